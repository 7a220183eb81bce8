package org.kindlin.numerics.sigmoid;

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

    private final PlateauSolver solver;
    private final double[] residual;
    private final double[] centred;
    private final double[][] tangent;
    private final double[] coupling = new double[N];

    ProjectedProblem(Replicates data, PlateauLimits limits) {
        this.data = data;
        this.shape = new Shape(data.lnDose());
        this.solver = new PlateauSolver(data, limits);
        this.residual = new double[data.doses()];
        this.centred = new double[data.doses()];
        this.tangent = new double[N][data.doses()];
    }

    PlateauFit value(double[] at) {
        shape.evaluate(at, false);
        return solver.solve(shape);
    }

    /** The value, leaving gradient and Hessian in this workspace. */
    PlateauFit derivatives(double[] at) {
        shape.evaluate(at, true);
        PlateauFit fit = solver.solve(shape);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = data.mean()[i] - fit.level() - fit.amplitude() * solver.basis[i];
        }
        center(solver.basis, centred, fit.levelFree());
        double squares = weightedProduct(centred, centred);
        for (int p = 0; p < N; p++) {
            gradient[p] = -fit.spread() * weightedProduct(residual, shape.slope[p]);
            center(shape.slope[p], tangent[p], fit.levelFree());
            double turned = weightedProduct(residual, shape.slope[p]) / fit.scale();
            coupling[p] = fit.spread() * weightedProduct(tangent[p], centred) - turned;
        }
        boolean eliminate = fit.amplitudeFree() && squares > 0;
        for (int p = 0; p < N; p++) {
            for (int q = 0; q <= p; q++) {
                setHessian(p, q, fit, eliminate ? squares : Double.POSITIVE_INFINITY);
            }
            curvatureScale[p] = scaleOf(p, fit, eliminate ? squares : Double.POSITIVE_INFINITY);
        }
        return fit;
    }

    private void setHessian(int p, int q, PlateauFit fit, double squares) {
        double gaussNewton = fit.spread() * fit.spread() * weightedProduct(tangent[p], tangent[q]);
        double bend = fit.spread() * weightedProduct(residual, shape.curvature[Shape.pair(p, q)]);
        hessian[p][q] = gaussNewton - bend - coupling[p] * coupling[q] / squares;
        hessian[q][p] = hessian[p][q];
    }

    private double scaleOf(int p, PlateauFit fit, double squares) {
        double along = weightedProduct(tangent[p], centred);
        double own = weightedProduct(tangent[p], tangent[p]);
        return fit.spread() * fit.spread() * Math.max(own - along * along / squares, own * 1e-16);
    }

    private void center(double[] values, double[] into, boolean levelFree) {
        double mean = 0;
        if (levelFree) {
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                mean += data.weight()[i] * values[i];
                total += data.weight()[i];
            }
            mean /= total;
        }
        for (int i = 0; i < values.length; i++) {
            into[i] = values[i] - mean;
        }
    }

    private double weightedProduct(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += data.weight()[i] * first[i] * second[i];
        }
        return sum;
    }
}
