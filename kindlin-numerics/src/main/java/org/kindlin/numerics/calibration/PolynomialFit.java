package org.kindlin.numerics.calibration;

import java.util.Optional;

/**
 * Weighted least squares of a polynomial of degree one or two, with or without intercept.
 *
 * <p>Solved about the weighted mean of the concentrations and in units of the highest one, by modified Gram-Schmidt on the
 * few columns, so that no digit is lost to the normal equations; coefficients are carried back exactly.
 */
final class PolynomialFit {
    private static final int COEFFICIENTS = 3;

    private PolynomialFit() {}

    /** The curve; empty where the concentrations do not determine it or the parabola turns among the calibrators. */
    static Optional<PolynomialCalibration> fit(Calibrators data, double[] weight, CalibrationModel model) {
        int first = model == CalibrationModel.PROPORTIONAL ? 1 : 0;
        int count = model.parameters();
        double unit = data.highest();
        if (!(unit > 0)) {
            return Optional.empty();
        }
        double centre = first == 0 ? weightedMean(data.concentration(), weight) / unit : 0;
        double[][] columns = new double[count][data.size()];
        double[] y = new double[data.size()];
        for (int i = 0; i < data.size(); i++) {
            double root = Math.sqrt(weight[i]);
            double z = data.concentration()[i] / unit - centre;
            for (int k = 0; k < count; k++) {
                columns[k][i] = root * power(z, first + k);
            }
            y[i] = root * data.response()[i];
        }
        return SmallLeastSquares.solve(columns, y)
                .map(solved -> inConcentration(solved, first, count, unit, centre))
                .flatMap(fit -> onBranch(fit, data));
    }

    private static double weightedMean(double[] x, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weight[i] * x[i];
            weights += weight[i];
        }
        return sum / weights;
    }

    private static double power(double z, int exponent) {
        return exponent == 0 ? 1 : exponent == 1 ? z : z * z;
    }

    /** From powers of x/unit - centre to powers of x: the same linear map turns coefficients and their covariance. */
    private static PolynomialCalibration inConcentration(
            SmallLeastSquares solved, int first, int count, double unit, double centre) {
        double[][] map = new double[COEFFICIENTS][count];
        for (int k = 0; k < count; k++) {
            switch (first + k) {
                case 0 -> map[0][k] = 1;
                case 1 -> {
                    map[0][k] = -centre;
                    map[1][k] = 1 / unit;
                }
                default -> {
                    map[0][k] = centre * centre;
                    map[1][k] = -2 * centre / unit;
                    map[2][k] = 1 / (unit * unit);
                }
            }
        }
        double[] coefficients = new double[COEFFICIENTS];
        double[][] inverse = new double[COEFFICIENTS][COEFFICIENTS];
        for (int i = 0; i < COEFFICIENTS; i++) {
            for (int k = 0; k < count; k++) {
                coefficients[i] += map[i][k] * solved.solution()[k];
                for (int j = 0; j < COEFFICIENTS; j++) {
                    for (int l = 0; l < count; l++) {
                        inverse[i][j] += map[i][k] * map[j][l] * solved.inverse()[k][l];
                    }
                }
            }
        }
        return new PolynomialCalibration(coefficients, inverse, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Limits a parabola to the side of its vertex that holds the calibrators; empty where both sides hold some. */
    private static Optional<PolynomialCalibration> onBranch(PolynomialCalibration fit, Calibrators data) {
        if (fit.curvature() == 0) {
            return fit.slope() == 0 ? Optional.empty() : Optional.of(fit);
        }
        double vertex = -fit.slope() / (2 * fit.curvature());
        if (vertex >= data.highest()) {
            return Optional.of(
                    new PolynomialCalibration(fit.coefficients(), fit.inverse(), Double.NEGATIVE_INFINITY, vertex));
        }
        return vertex <= data.concentration()[0]
                ? Optional.of(
                        new PolynomialCalibration(fit.coefficients(), fit.inverse(), vertex, Double.POSITIVE_INFINITY))
                : Optional.empty();
    }
}
