package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;

/** The global optimum of a {@link ProjectedProblem} in its box: a mesh that sees every basin, and a descent in each. */
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
        SearchMesh mesh = SearchMesh.of(problem.data.lnDose(), box);
        double[] values = problem.hasFreePlateaus()
                ? MeshScan.ofFreePlateaus(problem.data, mesh, only)
                : MeshScan.of(problem, mesh, only);
        Descent descent = new Descent(problem, box);
        Optimum best = null;
        for (int start : mesh.basins(values)) {
            double[] at = mesh.point[start].clone();
            PlateauFit fit = descent.descend(at);
            boolean better =
                    best == null || fit.sumOfSquares() < best.plateaus().sumOfSquares();
            if (better && (only == null || fit.goes(only))) {
                best = new Optimum(at, fit);
            }
        }
        return best;
    }
}
