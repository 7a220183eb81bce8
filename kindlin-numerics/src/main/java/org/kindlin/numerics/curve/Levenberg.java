package org.kindlin.numerics.curve;

import java.util.Arrays;
import org.kindlin.numerics.regression.Model;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * A small Levenberg-Marquardt descent in a handful of parameters within limits: damped normal equations scaled by their
 * diagonal (D. W. Marquardt, J. Soc. Ind. Appl. Math. 11:431, 1963), damping after H. B. Nielsen (IMM-REP-1999-05),
 * parameters at a limit held while the gradient points outward.
 *
 * <p>It ends where the sum of squares stands still to {@link #SETTLED}: enough to rank basins and to follow a profile. The
 * reported optimum is finished by {@link org.kindlin.numerics.regression.LeastSquares}.
 */
final class Levenberg {
    private static final double SETTLED = 1e-13;
    private static final int MOST_ITERATIONS = 120;
    private static final int MOST_REJECTIONS = 30;

    private final Model model;
    private final double[][] predictors;
    private final double[] response;
    private final double[] weight;
    private final CurveParameter.Limits[] limits;
    private final int size;

    /** Where a descent ended. */
    @SuppressWarnings("ArrayRecordComponent") // a search's working state, never compared
    record End(double[] parameters, double rss) {}

    Levenberg(Model model, SigmoidData data, CurveParameter.Limits[] limits) {
        this.model = model;
        this.predictors =
                Arrays.stream(data.logDose()).mapToObj(FamilyModel::predictors).toArray(double[][]::new);
        this.response = data.response();
        this.weight = data.weight();
        this.limits = limits;
        this.size = limits.length;
    }

    /** The minimum below a start; a start where the model is not finite stays where it is, at an infinite sum. */
    End minimise(double[] start) {
        double[] theta = start.clone();
        for (int j = 0; j < size; j++) {
            theta[j] = limits[j].clamp(theta[j]);
        }
        double rss = rss(theta);
        double damping = 1e-3;
        double growth = 2;
        for (int iteration = 0; iteration < MOST_ITERATIONS && Double.isFinite(rss); iteration++) {
            Normal normal = new Normal(theta);
            boolean moved = false;
            for (int rejected = 0; rejected < MOST_REJECTIONS && !moved; rejected++) {
                double[] trial = normal.step(theta, damping);
                double next = rss(trial);
                moved = next <= rss;
                if (!moved) {
                    damping *= growth;
                    growth *= 2;
                    continue;
                }
                boolean settled = rss - next <= SETTLED * rss;
                theta = trial;
                rss = next;
                damping = Math.max(damping / 5, 1e-14);
                growth = 2;
                if (settled) {
                    return new End(theta, rss);
                }
            }
            if (!moved) {
                break;
            }
        }
        return new End(theta, rss);
    }

    private double rss(double[] theta) {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double residual = response[i] - model.value(theta, predictors[i]);
            sum += weight[i] * residual * residual;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    /** The normal equations at a point. */
    private final class Normal {
        private final double[][] matrix = new double[size][size];
        private final double[] right = new double[size];
        private final boolean[] held = new boolean[size];

        Normal(double[] theta) {
            double[] gradient = new double[size];
            for (int i = 0; i < response.length; i++) {
                double residual = response[i] - model.valueAndGradient(theta, predictors[i], gradient);
                for (int j = 0; j < size; j++) {
                    right[j] += weight[i] * gradient[j] * residual;
                    for (int k = 0; k <= j; k++) {
                        matrix[j][k] += weight[i] * gradient[j] * gradient[k];
                    }
                }
            }
            for (int j = 0; j < size; j++) {
                boolean atLow = theta[j] <= limits[j].low() && right[j] < 0;
                boolean atHigh = theta[j] >= limits[j].high() && right[j] > 0;
                held[j] = atLow || atHigh || !(matrix[j][j] > 0);
            }
        }

        double[] step(double[] theta, double damping) {
            double[] solved = solve(damping);
            double[] trial = theta.clone();
            for (int j = 0; j < size; j++) {
                trial[j] = held[j] ? theta[j] : limits[j].clamp(theta[j] + solved[j]);
            }
            return trial;
        }

        /** Cholesky on the scaled, damped matrix. */
        private double[] solve(double damping) {
            double[] scale = new double[size];
            double[][] factor = new double[size][size];
            double[] x = new double[size];
            for (int j = 0; j < size; j++) {
                scale[j] = held[j] ? 0 : 1 / Math.sqrt(matrix[j][j]);
                double diagonal = 1 + damping;
                x[j] = right[j] * scale[j];
                for (int k = 0; k < j; k++) {
                    double sum = matrix[j][k] * scale[j] * scale[k];
                    for (int l = 0; l < k; l++) {
                        sum -= factor[j][l] * factor[k][l];
                    }
                    factor[j][k] = sum / factor[k][k];
                    diagonal -= factor[j][k] * factor[j][k];
                    x[j] -= factor[j][k] * x[k];
                }
                factor[j][j] = Math.sqrt(Math.max(diagonal, 1e-300));
                x[j] /= factor[j][j];
            }
            for (int j = size - 1; j >= 0; j--) {
                for (int k = j + 1; k < size; k++) {
                    x[j] -= factor[k][j] * x[k];
                }
                x[j] /= factor[j][j];
            }
            for (int j = 0; j < size; j++) {
                x[j] *= scale[j];
            }
            return x;
        }
    }
}
