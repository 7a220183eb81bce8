package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * The mesh over a {@link SearchBox} on which {@link GlobalSearch} looks for basins, with the sigmoid at every node. It
 * depends on doses and box only, so the meshes of recent designs are kept. Immutable: do not write to the arrays.
 */
final class SearchMesh {
    /** Widest spacing of ln ic50, in units of the steepest curve's width 1/h, and absolutely. */
    private static final double SPACING_IN_WIDTHS = 2.9;

    private static final double WIDEST_SPACING = 0.29;
    /** Spacing of ln h. */
    static final double SLOPE_SPACING = 0.47;

    private static final double ASYMMETRY_SPACING = 0.8;
    private static final int MOST_COLUMNS = 4000;

    private static final int KEPT_MESHES = 24;
    /** Larger meshes (nodes times doses) are built anew for each search. */
    private static final int LARGEST_KEPT = 200_000;

    private static final Memo<Key, SearchMesh> MESHES = new Memo<>(KEPT_MESHES, key -> new SearchMesh(key.doses, key.box));

    private final SearchBox box;
    private final int[] nodes;
    /** The search coordinates of each node. */
    final double[][] point;
    /** {@code f} and {@code 1 - f}: [node][dose]. */
    final double[][] fraction;

    final double[][] complement;
    /** The basis of free plateaus as {@link PlateauSolver} chooses and scales it: [dose][node]. */
    final double[][] basis;

    private SearchMesh(double[] lnDose, SearchBox box) {
        this.box = box;
        this.nodes = nodes(box);
        int size = nodes[0] * nodes[1] * nodes[2];
        this.point = new double[size][];
        this.fraction = new double[size][];
        this.complement = new double[size][];
        this.basis = new double[lnDose.length][size];
        Shape shape = new Shape(lnDose);
        for (int i = 0; i < size; i++) {
            point[i] = pointAt(i);
            shape.evaluate(point[i], false);
            fraction[i] = shape.fraction.clone();
            complement[i] = shape.complement.clone();
            double[] own = PlateauSolver.freeBasis(shape);
            for (int d = 0; d < own.length; d++) {
                basis[d][i] = own[d];
            }
        }
    }

    /** The mesh of a box; kept where another search of the same design may come. */
    static SearchMesh of(double[] lnDose, SearchBox box) {
        int[] nodes = nodes(box);
        boolean small = (long) nodes[0] * nodes[1] * nodes[2] * lnDose.length <= LARGEST_KEPT;
        return small && nodes[0] > 1 && nodes[1] > 1
                ? MESHES.get(new Key(lnDose, box))
                : new SearchMesh(lnDose, box);
    }

    int size() {
        return point.length;
    }

    private static int[] nodes(SearchBox box) {
        double steepest = StrictMath.exp(box.high()[1]);
        double spacing = Math.min(WIDEST_SPACING, SPACING_IN_WIDTHS / steepest);
        return new int[] {count(box, 0, spacing), count(box, 1, SLOPE_SPACING), count(box, 2, ASYMMETRY_SPACING)};
    }

    private static int count(SearchBox box, int coordinate, double spacing) {
        double intervals = Math.ceil(box.width(coordinate) / spacing - 1e-9);
        return 1 + (int) Math.min(intervals, MOST_COLUMNS);
    }

    private double[] pointAt(int index) {
        double[] at = new double[Shape.COORDINATES];
        int rest = index;
        for (int p = 0; p < at.length; p++) {
            int step = rest % nodes[p];
            rest /= nodes[p];
            double part = nodes[p] == 1 ? 0 : (double) step / (nodes[p] - 1);
            at[p] = step == nodes[p] - 1 ? box.high()[p] : box.low()[p] + part * box.width(p);
        }
        return at;
    }

    /**
     * Nodes no neighbour of which is lower, ascending; of neighbours that are equal only the first. Infinite values are
     * no basins.
     */
    int[] basins(double[] values) {
        int[] found = new int[values.length];
        int count = 0;
        int index = 0;
        for (int layer = 0; layer < nodes[2]; layer++) {
            for (int row = 0; row < nodes[1]; row++) {
                for (int column = 0; column < nodes[0]; column++) {
                    if (values[index] < Double.POSITIVE_INFINITY && isLowest(values, index, column, row, layer)) {
                        found[count++] = index;
                    }
                    index++;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean isLowest(double[] values, int index, int column, int row, int layer) {
        int first = column > 0 ? -1 : 0;
        int last = column + 1 < nodes[0] ? 1 : 0;
        double own = values[index];
        if (values[index + first] < own || values[index + last] < own) {
            return false;
        }
        for (int k = Math.max(layer - 1, 0); k <= Math.min(layer + 1, nodes[2] - 1); k++) {
            for (int j = Math.max(row - 1, 0); j <= Math.min(row + 1, nodes[1] - 1); j++) {
                int middle = (k * nodes[1] + j) * nodes[0] + column;
                for (int i = middle + first; i <= middle + last; i++) {
                    if (values[i] < own || (values[i] == own && i < index)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** What a mesh is made of. */
    private static final class Key {
        private final double[] doses;
        private final SearchBox box;
        private final int hash;

        Key(double[] doses, SearchBox box) {
            this.doses = doses;
            this.box = box;
            this.hash = 31 * (31 * Arrays.hashCode(doses) + Arrays.hashCode(box.low())) + Arrays.hashCode(box.high());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Arrays.equals(doses, key.doses)
                    && Arrays.equals(box.low(), key.box.low())
                    && Arrays.equals(box.high(), key.box.high());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
