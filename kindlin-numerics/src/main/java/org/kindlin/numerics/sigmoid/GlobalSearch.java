package org.kindlin.numerics.sigmoid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The global optimum of a {@link ProjectedProblem} in its box: a grid that sees every basin, and a descent in each. */
final class GlobalSearch {
    /** Widest spacing of ln ic50, in units of the steepest curve's width 1/h, and absolutely. */
    private static final double SPACING_IN_WIDTHS = 2.9;

    private static final double WIDEST_SPACING = 0.29;
    private static final double SLOPE_SPACING = 0.47;
    private static final double ASYMMETRY_SPACING = 0.8;
    private static final int MOST_COLUMNS = 4000;

    private final ProjectedProblem problem;
    private final SearchBox box;
    private final @Nullable Direction only;
    private final int[] nodes;

    /** @param only the way the curve must go, or null for either */
    GlobalSearch(ProjectedProblem problem, SearchBox box, @Nullable Direction only) {
        this.problem = problem;
        this.box = box;
        this.only = only;
        problem.shape.searchesAsymmetry = !box.isFixed(2);
        double steepest = StrictMath.exp(box.high()[1]);
        double spacing = Math.min(WIDEST_SPACING, SPACING_IN_WIDTHS / steepest);
        this.nodes = new int[] {count(0, spacing), count(1, SLOPE_SPACING), count(2, ASYMMETRY_SPACING)};
    }

    private int count(int coordinate, double spacing) {
        double intervals = Math.ceil(box.width(coordinate) / spacing - 1e-9);
        return 1 + (int) Math.min(intervals, MOST_COLUMNS);
    }

    /** An optimum: where, and its plateaus. */
    @SuppressWarnings("ArrayRecordComponent")
    record Optimum(double[] at, PlateauFit plateaus) {}

    /** The best curve, or null where no curve that goes the required way meets the limits. */
    @Nullable
    Optimum find() {
        double[] values = new double[nodes[0] * nodes[1] * nodes[2]];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueAt(point(i));
        }
        Optimum best = null;
        for (int start : basins(values)) {
            double[] at = point(start);
            PlateauFit fit = new Descent(problem, box).descend(at);
            boolean better =
                    best == null || fit.sumOfSquares() < best.plateaus().sumOfSquares();
            if (better && allowed(fit)) {
                best = new Optimum(at, fit);
            }
        }
        return best;
    }

    private double valueAt(double[] at) {
        PlateauFit fit = problem.value(at);
        return allowed(fit) ? fit.sumOfSquares() : Double.POSITIVE_INFINITY;
    }

    private boolean allowed(PlateauFit fit) {
        return only == null || fit.goes(only);
    }

    private double[] point(int index) {
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

    /** Nodes no neighbour of which lies lower. */
    private List<Integer> basins(double[] values) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < Double.POSITIVE_INFINITY && isLowest(values, i)) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean isLowest(double[] values, int index) {
        int column = index % nodes[0];
        int row = index / nodes[0] % nodes[1];
        int layer = index / nodes[0] / nodes[1];
        for (int k = Math.max(layer - 1, 0); k <= Math.min(layer + 1, nodes[2] - 1); k++) {
            for (int j = Math.max(row - 1, 0); j <= Math.min(row + 1, nodes[1] - 1); j++) {
                for (int i = Math.max(column - 1, 0); i <= Math.min(column + 1, nodes[0] - 1); i++) {
                    if (values[(k * nodes[1] + j) * nodes[0] + i] < values[index]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
