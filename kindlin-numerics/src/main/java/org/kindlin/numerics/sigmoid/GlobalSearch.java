package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.lane.NodeScore;

/** The global optimum of a {@link ProjectedProblem} in its box: a grid or mesh that sees every basin, and a descent in each. */
final class GlobalSearch {
    private final ProjectedProblem problem;
    private final SearchBox box;
    private final @Nullable Direction only;

    /** @param only the way the curve must go, or null for either */
    GlobalSearch(ProjectedProblem problem, SearchBox box, @Nullable Direction only) {
        this.problem = problem;
        this.box = box;
        this.only = only;
        problem.shape.searchesAsymmetry = !box.isFixed(2);
    }

    /**
     * An optimum.
     *
     * @param gradientNorm as in {@link SigmoidFit}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Optimum(double[] at, PlateauFit plateaus, double gradientNorm) {}

    /** The best curve, or null where no curve that goes the required way meets the limits. */
    @Nullable
    Optimum find() {
        if (problem.hasFreePlateaus() && only == null && StartGrid.serves(box)) {
            return findOnGrid(StartGrid.of(problem.data, box));
        }
        SearchMesh mesh = SearchMesh.of(problem.data.lnDose(), box);
        return problem.hasFreePlateaus() ? findFree(mesh) : findRestricted(mesh);
    }

    private @Nullable Optimum findOnGrid(StartGrid grid) {
        double[][] groupBest = GridScan.ofOne(problem.data, grid);
        double nearest = groupBest[grid.groups()][0];
        double least = StartGrid.leastScore(nearest);
        Optimum best = null;
        double[] response = problem.data.deviations();
        var start = new NodeExpansion.Workspace();
        for (int group = 0; group < grid.groups(); group++) {
            if (grid.isStart(group, groupBest, 0, nearest, least)) {
                int node = NodeScore.node(groupBest[group][0]);
                grid.expansion.start(node, response, start);
                best = better(best, new double[] {start.mid, start.logSlope, 0});
            }
        }
        return best;
    }

    private @Nullable Optimum findRestricted(SearchMesh mesh) {
        Optimum best = null;
        for (int start : mesh.basins(MeshScan.of(problem, mesh, only))) {
            best = better(best, mesh.point[start].clone());
        }
        return best;
    }

    /**
     * Curves with free plateaus are directions, and a sum of squares is the squared sine of the angle between one and the
     * data; so no curve in a cell of the mesh is nearer to the data than its node by more than the cell's reach.
     */
    private @Nullable Optimum findFree(SearchMesh mesh) {
        WeightedMesh weighted = WeightedMesh.of(mesh, problem.data.weight());
        double[] values = MeshScan.ofFreePlateaus(problem.data, weighted, only);
        double scatter = problem.data.sumOfSquares();
        double nearest = Double.POSITIVE_INFINITY;
        Optimum best = null;
        for (int start : mesh.basins(values)) {
            if (MeshScan.angle(values[start]) - weighted.reach[start] <= nearest) {
                best = better(best, mesh.point[start].clone());
                nearest = best == null
                        ? nearest
                        : MeshScan.angleOfShare(best.plateaus().sumOfSquares() / scatter);
            }
        }
        return best;
    }

    private @Nullable Optimum better(@Nullable Optimum best, double[] at) {
        PlateauFit fit = new Descent(problem, box).descend(at);
        boolean lower = best == null || fit.sumOfSquares() < best.plateaus().sumOfSquares();
        return lower && (only == null || fit.goes(only)) ? new Optimum(at, fit, gradientNorm(at, fit)) : best;
    }

    /** From the derivatives that a descent has left. */
    private double gradientNorm(double[] at, PlateauFit fit) {
        double largest = 0;
        for (int p = 0; p < Shape.COORDINATES; p++) {
            double unit = Math.sqrt(problem.curvatureScale[p] * fit.sumOfSquares());
            if (!box.isFixed(p) && !box.isHeld(p, at[p], problem.gradient[p]) && unit > 0) {
                largest = Math.max(largest, Math.abs(problem.gradient[p]) / unit);
            }
        }
        return largest;
    }
}
