package org.kindlin.numerics.calibration;

import java.util.OptionalDouble;

/**
 * A standard curve that is linear in its parameters: intercept + slope x + curvature x².
 *
 * @param coefficients intercept, slope, curvature; zero where the model has none
 * @param inverse {@code (X'WX)^-1}, rows and columns as the coefficients; zero where the model has none; larger where weights
 *     were estimated ({@link EstimatedWeights})
 * @param mostDegreesOfFreedom with which the variance of each coefficient is known at best: infinite where weights are known
 * @param readFrom least concentration of the monotone branch that holds the calibrators
 * @param readTo greatest concentration of that branch
 */
@SuppressWarnings("ArrayRecordComponent")
public record PolynomialCalibration(
        double[] coefficients, double[][] inverse, double[] mostDegreesOfFreedom, double readFrom, double readTo)
        implements CalibrationCurve {

    /** Of known weights. */
    PolynomialCalibration(double[] coefficients, double[][] inverse, double readFrom, double readTo) {
        this(
                coefficients,
                inverse,
                new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
                readFrom,
                readTo);
    }

    public double intercept() {
        return coefficients[0];
    }

    /** The slope at concentration zero. */
    public double slope() {
        return coefficients[1];
    }

    public double curvature() {
        return coefficients[2];
    }

    /** The variance of a coefficient (0 intercept, 1 slope, 2 curvature) in units of the residual variance. */
    public double variance(int coefficient) {
        return inverse[coefficient][coefficient];
    }

    @Override
    public double response(double x) {
        return coefficients[0] + x * (coefficients[1] + x * coefficients[2]);
    }

    @Override
    public double slope(double x) {
        return coefficients[1] + 2 * x * coefficients[2];
    }

    @Override
    public OptionalDouble concentration(double response) {
        double c = coefficients[0] - response;
        double b = coefficients[1];
        double a = coefficients[2];
        if (a == 0) {
            return b == 0 ? OptionalDouble.empty() : OptionalDouble.of(-c / b);
        }
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) {
            return OptionalDouble.empty();
        }
        // The root whose slope has the sign of the branch: without cancellation, from the one that has none.
        double root = Math.sqrt(discriminant);
        double sign = readTo < Double.POSITIVE_INFINITY ? -Math.signum(a) : Math.signum(a);
        double along = sign * root;
        double x = b * along > 0 ? -2 * c / (b + along) : (along - b) / (2 * a);
        return OptionalDouble.of(x);
    }

    @Override
    public OptionalDouble leverage(double x) {
        double[] g = {1, x, x * x};
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < g.length; j++) {
                sum += g[i] * g[j] * inverse[i][j];
            }
        }
        return OptionalDouble.of(Math.max(sum, 0));
    }

    @Override
    public double excess(double x, double response, double weight) {
        double off = response - response(x);
        return off * off / (1 / weight + leverage(x).orElseThrow());
    }

    @Override
    public double lowestReadable() {
        return readFrom;
    }

    @Override
    public double highestReadable() {
        return readTo;
    }
}
