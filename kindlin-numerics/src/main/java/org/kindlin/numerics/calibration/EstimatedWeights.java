package org.kindlin.numerics.calibration;

import java.util.List;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * What a polynomial's errors gain because its weights were estimated: {@code F + 2 F (sum W_kl (Q_kl - P_k F P_l)) F} in
 * place of {@code F = (X'V^-1 X)^-1}, with {@code P_k = -X'V^-1 V_k V^-1 X}, {@code Q_kl = X'V^-1 V_k V^-1 V_l V^-1 X}, V_k the
 * derivatives of the variances in the squares of floor and cv, and W the covariance of these (M. G. Kenward and J. H. Roger,
 * Biometrics 53:983-997, 1997, equation 5; variances linear in their parameters). The degrees of freedom of a coefficient are
 * Satterthwaite's, {@code 2 F_ii^2 / g'Wg} with {@code g_k = -(F P_k F)_ii}.
 */
final class EstimatedWeights {
    private static final int SIZE = 3;

    private final PolynomialCalibration line;
    private final double[][][] p = new double[2][SIZE][SIZE];
    private final double[][][][] q = new double[2][2][SIZE][SIZE];
    private final double[][] w;

    private EstimatedWeights(
            PolynomialCalibration line,
            List<Calibrators.Level> levels,
            double[] shares,
            VarianceModel model,
            VarianceFunction function) {
        this.line = line;
        this.w = VarianceFunctionFit.covariance(function, model.groups());
        for (int l = 0; l < shares.length; l++) {
            double x = levels.get(l).concentration();
            double believed = model.believed(x);
            double precision = 1 / function.at(believed);
            double[] moved = {1, believed * believed};
            double[] row = {1, x, x * x};
            for (int k = 0; k < 2; k++) {
                addOuter(row, -shares[l] * moved[k] * precision * precision, p[k]);
                for (int m = 0; m < 2; m++) {
                    addOuter(row, shares[l] * moved[k] * moved[m] * precision * precision * precision, q[k][m]);
                }
            }
        }
    }

    /**
     * The line with errors that know of the estimated weights.
     *
     * @param shares observations that a level counts for
     */
    static PolynomialCalibration adjusted(
            PolynomialCalibration line, List<Calibrators.Level> levels, double[] shares, VarianceModel model) {
        return model.function()
                .filter(function -> function.floor() > 0 || function.cv() > 0)
                .map(function -> new EstimatedWeights(line, levels, shares, model, function).adjusted())
                .orElse(line);
    }

    private PolynomialCalibration adjusted() {
        double[][] f = line.inverse();
        double[][] inner = new double[SIZE][SIZE];
        for (int k = 0; k < 2; k++) {
            for (int m = 0; m < 2; m++) {
                double[][] through = times(times(p[k], f), p[m]);
                for (int i = 0; i < SIZE; i++) {
                    for (int j = 0; j < SIZE; j++) {
                        inner[i][j] += w[k][m] * (q[k][m][i][j] - through[i][j]);
                    }
                }
            }
        }
        double[][] gain = times(times(f, inner), f);
        double[][] inverse = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                inverse[i][j] = f[i][j] + 2 * gain[i][j];
            }
        }
        return new PolynomialCalibration(
                line.coefficients(), inverse, degreesOfFreedom(f), line.readFrom(), line.readTo());
    }

    private double[] degreesOfFreedom(double[][] f) {
        double[][][] moves = {times(times(f, p[0]), f), times(times(f, p[1]), f)};
        double[] degrees = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double variance = 0;
            for (int k = 0; k < 2; k++) {
                for (int m = 0; m < 2; m++) {
                    variance += moves[k][i][i] * w[k][m] * moves[m][i][i];
                }
            }
            degrees[i] = variance > 0 ? Math.max(2 * f[i][i] * f[i][i] / variance, 1) : Double.POSITIVE_INFINITY;
        }
        return degrees;
    }

    private static void addOuter(double[] row, double factor, double[][] into) {
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                into[i][j] += factor * row[i] * row[j];
            }
        }
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                for (int k = 0; k < SIZE; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
