package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.Nullable;

/**
 * Half the sum of squares of a sigmoid as a function of the search coordinates alone, each time with the best plateaus,
 * with its exact gradient and Hessian: the Schur complement of the plateaus in the full Hessian (Golub and Pereyra 2003,
 * Inverse Problems 19:R1). A workspace: not thread-safe.
 */
final class ProjectedProblem {
    private static final int N = Shape.COORDINATES;

    final Replicates data;
    final Shape shape;
    final double[] gradient = new double[N];
    final double[][] hessian = new double[N][N];
    /** Diagonal of the projected Gauss-Newton matrix: the scale of each coordinate. */
    final double[] curvatureScale = new double[N];

    private final LinearPart solver;
    private final @Nullable SymmetricProblem symmetric;
    private final double[] residual;
    private final double[] centred;
    private final double[][] tangent;
    private final double[] along = new double[N];
    private final double[] coupling = new double[N];
    private final double totalWeight;

    ProjectedProblem(Replicates data, PlateauLimits limits) {
        this(data, new PlateauSolver(data, limits));
    }

    ProjectedProblem(Replicates data, LinearPart solver) {
        this.data = data;
        this.shape = new Shape(data.lnDose());
        this.solver = solver;
        this.symmetric = solver.isFree() ? new SymmetricProblem(data) : null;
        this.residual = new double[data.doses()];
        this.centred = new double[data.doses()];
        this.tangent = new double[N][data.doses()];
        double total = 0;
        for (double weight : data.weight()) {
            total += weight;
        }
        this.totalWeight = total;
    }

    PlateauFit value(double[] at) {
        shape.evaluate(at, false);
        return valueOfShape(at);
    }

    /** The value at a node of a mesh over the same doses. */
    PlateauFit value(SearchMesh mesh, int node) {
        System.arraycopy(mesh.fraction[node], 0, shape.fraction, 0, residual.length);
        System.arraycopy(mesh.complement[node], 0, shape.complement, 0, residual.length);
        return valueOfShape(mesh.point[node]);
    }

    /** The value of the shape that was put into this workspace for these coordinates. */
    PlateauFit valueOfShape(double[] at) {
        return solver.solve(shape, at, false);
    }

    boolean hasFreePlateaus() {
        return solver.isFree();
    }

    /** The value, leaving gradient and Hessian in this workspace. */
    PlateauFit derivatives(double[] at) {
        if (symmetric != null && !shape.searchesAsymmetry && at[2] == 0) {
            PlateauFit fit = symmetric.derivatives(at, gradient, hessian, curvatureScale);
            if (fit != null) {
                return fit;
            }
        }
        shape.evaluate(at, true);
        PlateauFit fit = solver.solve(shape, at, true);
        double[] basis = solver.basis();
        for (int i = 0; i < residual.length; i++) {
            residual[i] = data.mean()[i] - fit.level() - fit.amplitude() * basis[i];
        }
        center(basis, centred, fit.levelFree());
        double squares = weightedProduct(centred, centred);
        int n = shape.searchesAsymmetry ? N : N - 1;
        for (int p = 0; p < n; p++) {
            double turned = weightedProduct(residual, shape.slope[p]) / fit.scale();
            gradient[p] = -fit.amplitude() * turned;
            center(shape.slope[p], tangent[p], fit.levelFree());
            divide(tangent[p], fit.scale());
            along[p] = weightedProduct(tangent[p], centred);
            coupling[p] = fit.amplitude() * along[p] - turned;
        }
        boolean eliminate = fit.amplitudeFree() && squares > 0;
        for (int p = 0; p < n; p++) {
            for (int q = 0; q <= p; q++) {
                setHessian(p, q, fit, eliminate ? squares : Double.POSITIVE_INFINITY);
            }
        }
        return fit;
    }

    private void setHessian(int p, int q, PlateauFit fit, double squares) {
        double amplitude = fit.amplitude();
        double product = weightedProduct(tangent[p], tangent[q]);
        double gaussNewton = amplitude * amplitude * product;
        double bend = amplitude * weightedProduct(residual, shape.curvature[Shape.pair(p, q)]) / fit.scale();
        hessian[p][q] = gaussNewton - bend - coupling[p] * coupling[q] / squares;
        hessian[q][p] = hessian[p][q];
        if (p == q) {
            double left = product - along[p] * along[p] / squares;
            curvatureScale[p] = amplitude * amplitude * Math.max(left, product * 1e-16);
        }
    }

    private static void divide(double[] values, double divisor) {
        if (divisor == 1) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
        }
    }

    private void center(double[] values, double[] into, boolean levelFree) {
        double[] weight = data.weight();
        double mean = 0;
        if (levelFree) {
            for (int i = 0; i < values.length; i++) {
                mean += weight[i] * values[i];
            }
            mean /= totalWeight;
        }
        for (int i = 0; i < values.length; i++) {
            into[i] = values[i] - mean;
        }
    }

    private double weightedProduct(double[] first, double[] second) {
        double[] weight = data.weight();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += weight[i] * first[i] * second[i];
        }
        return sum;
    }
}
