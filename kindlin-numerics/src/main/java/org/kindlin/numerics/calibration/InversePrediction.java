package org.kindlin.numerics.calibration;

import java.util.OptionalDouble;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathIllegalStateException;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Concentrations from responses, with the uncertainty of the curve and of the readings together.
 *
 * <p>The interval holds every concentration x at which the readings, taken as further calibrators of x, do not raise the
 * least residual sum of squares by more than {@code s^2 t^2}: the profile likelihood of x. For a straight line this is
 * Fieller's interval (E. J. Williams, Regression Analysis, 1959, ch. 6; N. R. Draper and H. Smith, 3rd ed. 1998, 3.2); for
 * other curves see D. M. Bates and D. G. Watts, Nonlinear Regression Analysis (1988), 6.1.
 *
 * @param fit the standard curve
 * @param noise variance of a reading of weight one
 * @param level confidence level
 */
public record InversePrediction(CalibrationFit fit, ResidualNoise noise, double level) {
    /** Search ends at so many times the highest calibrator: what lies beyond is not bounded. */
    private static final double REACH = 100;

    private static final double GROWTH = 1.7;
    private static final int MAX_EVALUATIONS = 100;

    /** The concentration of a specimen with this mean response of so many readings. */
    public BackCalculation of(double response, int replicates) {
        CalibrationCurve curve = fit.curve();
        OptionalDouble estimate = curve.concentration(response);
        if (estimate.isEmpty() || !Double.isFinite(estimate.getAsDouble())) {
            return new BackCalculation(
                    response,
                    replicates,
                    OptionalDouble.empty(),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
        double x = estimate.getAsDouble();
        OptionalDouble curveError = error(x, 0);
        OptionalDouble error = error(x, 1 / (replicates * fit.weight(x)));
        double step = error.isPresent() && error.getAsDouble() > 0
                ? error.getAsDouble()
                : 0.01 * Math.max(Math.abs(x), fit.data().lowestPositive());
        double reach = REACH * fit.data().highest();
        double low = limit(x, step, -1, Math.max(curve.lowestReadable(), -reach), response, replicates);
        double high = limit(x, step, 1, Math.min(curve.highestReadable(), reach), response, replicates);
        return new BackCalculation(response, replicates, estimate, low, high, error, curveError);
    }

    /** Two-sided quantile of Student's t for the level. */
    public double critical() {
        return Distributions.studentQuantile(0.5 + level / 2, noise.df());
    }

    private OptionalDouble error(double x, double readingVariance) {
        OptionalDouble leverage = fit.curve().leverage(x);
        double slope = Math.abs(fit.curve().slope(x));
        if (leverage.isEmpty() || !(slope > 0 && slope < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        double error = Math.sqrt(noise.variance() * (readingVariance + leverage.getAsDouble())) / slope;
        return Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    /** The first concentration outward at which the readings are not explained; infinite where there is none. */
    private double limit(double from, double step, int side, double end, double response, int replicates) {
        double threshold = Math.sqrt(noise.variance()) * critical();
        if (threshold == 0) {
            return from;
        }
        double inside = from;
        double stride = step * critical() * 0.7;
        while (side * (end - inside) > 0) {
            double next = inside + side * stride;
            double outside = side * (end - next) > 0 ? next : end;
            if (!Double.isFinite(outside)) {
                break; // past every number, nothing refuted the readings
            }
            if (distance(outside, response, replicates) > threshold) {
                return crossing(threshold, inside, outside, response, replicates);
            }
            inside = outside;
            stride *= GROWTH;
        }
        // A sigmoid ends at zero, and no concentration is below it; anything else ends nowhere.
        return side < 0 && end == 0 ? 0 : side * Double.POSITIVE_INFINITY;
    }

    private double distance(double x, double response, int replicates) {
        return Math.sqrt(fit.curve().excess(x, response, replicates * fit.weight(x)));
    }

    private double crossing(double threshold, double inside, double outside, double response, int replicates) {
        var solver = new BracketingNthOrderBrentSolver(1e-11, 1e-13 * Math.max(Math.abs(outside), 1e-300), 3);
        double low = Math.min(inside, outside);
        double high = Math.max(inside, outside);
        double startDistance = distance(inside, response, replicates);
        if (startDistance >= threshold) {
            return inside;
        }
        try {
            return solver.solve(
                    MAX_EVALUATIONS,
                    x -> distance(x, response, replicates) - threshold,
                    low,
                    high,
                    AllowedSolution.ANY_SIDE);
        } catch (MathIllegalStateException e) {
            return halved(threshold, inside, outside, response, replicates);
        }
    }

    private double halved(double threshold, double inside, double outside, double response, int replicates) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (in + out);
            if (distance(middle, response, replicates) > threshold) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return 0.5 * (in + out);
    }
}
