package org.kindlin.numerics.sigmoid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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

    private static final int MOST_NEIGHBOURS = 27;
    private static final int KEPT_MESHES = 24;
    /** Larger meshes (nodes times doses) are built anew for each search. */
    private static final int LARGEST_KEPT = 200_000;

    private static final Memo<Key, SearchMesh> MESHES =
            new Memo<>(KEPT_MESHES, key -> new SearchMesh(key.doses, key.box));

    private final SearchBox box;
    private final int[] nodes;
    /** The search coordinates of each node. */
    final double[][] point;
    /** {@code f} and {@code 1 - f}: [node][dose]. */
    final double[][] fraction;

    final double[][] complement;
    /** The basis of free plateaus as {@link PlateauSolver} chooses and scales . */
    final double[][] basis;

    private SearchMesh(double[] lnDose, SearchBox box) {
        this.box = box;
        this.nodes = nodes(box);
        int size = nodes[0] * nodes[1] * nodes[2];
        this.point = new double[size][];
        this.fraction = new double[size][];
        this.complement = new double[size][];
        this.basis = new double[size][];
        Shape shape = new Shape(lnDose);
        for (int i = 0; i < size; i++) {
            point[i] = pointAt(i);
            shape.evaluate(point[i], false);
            fraction[i] = shape.fraction.clone();
            complement[i] = shape.complement.clone();
            basis[i] = PlateauSolver.freeBasis(shape);
        }
    }

    /** The mesh of a box; kept where another search of the same design may come. */
    static SearchMesh of(double[] lnDose, SearchBox box) {
        return isKept(nodes(box), lnDose.length) ? MESHES.get(new Key(lnDose, box)) : new SearchMesh(lnDose, box);
    }

    /** Whether another search of the same mesh may come: profiles hold a coordinate at ever other values. */
    boolean isKept() {
        return isKept(nodes, basis[0].length);
    }

    private static boolean isKept(int[] nodes, int doses) {
        boolean small = (long) nodes[0] * nodes[1] * nodes[2] * doses <= LARGEST_KEPT;
        return small && nodes[0] > 1 && nodes[1] > 1;
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
     * Nodes no neighbour of which is lower, the lowest first; of neighbours that are equal only the first. Infinite values
     * are no basins.
     */
    int[] basins(double[] values) {
        double[] rise = rises(values);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (rise[i] >= 0 && values[i] < Double.POSITIVE_INFINITY && isLowest(values, i)) {
                found.add(i);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.<Integer>comparingDouble(i -> values[i]).thenComparing(i -> i));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** From each node up to the lower of the next ones in its row; negative where one of them is lower. */
    private double[] rises(double[] values) {
        double[] rise = new double[values.length];
        for (int i = 1; i < values.length - 1; i++) {
            rise[i] = Math.min(values[i - 1], values[i + 1]) - values[i];
        }
        for (int from = 0; from < values.length; from += nodes[0]) {
            rise[from] = 0;
            rise[from + nodes[0] - 1] = 0;
        }
        return rise;
    }

    private boolean isLowest(double[] values, int index) {
        int column = index % nodes[0];
        int row = index / nodes[0] % nodes[1];
        int layer = index / nodes[0] / nodes[1];
        double own = values[index];
        for (int k = Math.max(layer - 1, 0); k <= Math.min(layer + 1, nodes[2] - 1); k++) {
            for (int j = Math.max(row - 1, 0); j <= Math.min(row + 1, nodes[1] - 1); j++) {
                int from = (k * nodes[1] + j) * nodes[0];
                for (int i = from + Math.max(column - 1, 0); i <= from + Math.min(column + 1, nodes[0] - 1); i++) {
                    if (values[i] < own || (values[i] == own && i < index)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The nodes next to a node, those across corners included. */
    int[] neighbours(int index) {
        int column = index % nodes[0];
        int row = index / nodes[0] % nodes[1];
        int layer = index / nodes[0] / nodes[1];
        int[] found = new int[MOST_NEIGHBOURS];
        int count = 0;
        for (int k = Math.max(layer - 1, 0); k <= Math.min(layer + 1, nodes[2] - 1); k++) {
            for (int j = Math.max(row - 1, 0); j <= Math.min(row + 1, nodes[1] - 1); j++) {
                for (int i = Math.max(column - 1, 0); i <= Math.min(column + 1, nodes[0] - 1); i++) {
                    int node = (k * nodes[1] + j) * nodes[0] + i;
                    found[count] = node;
                    count += node == index ? 0 : 1;
                }
            }
        }
        return Arrays.copyOf(found, count);
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
