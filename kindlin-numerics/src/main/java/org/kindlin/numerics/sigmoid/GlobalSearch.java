package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;

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

    /** An optimum: where, and its plateaus. */
    @SuppressWarnings("ArrayRecordComponent")
    record Optimum(double[] at, PlateauFit plateaus) {}

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
        for (int group = 0; group < grid.groups(); group++) {
            if (grid.isStart(group, groupBest, 0, nearest, least)) {
                int node = GridScore.node(groupBest[group][0]);
                best = better(best, new double[] {grid.midPoint[node], grid.logSlope[node], 0});
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
        return lower && (only == null || fit.goes(only)) ? new Optimum(at, fit) : best;
    }
}
