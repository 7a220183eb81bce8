package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Covariance;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Area under the fitted curve over the logarithm of the dose between the lowest and the highest tested dose, divided by
 * its width: the mean fitted response, in the response unit. Interval and standard error by the delta method.
 */
final class AreaUnderCurve {
    private static final String METHOD = "mean of the fitted curve over log dose, tested range; delta method";
    private static final int PANELS = 128;
    // Gauss-Legendre, three points.
    private static final double[] NODE = {-0.7745966692414834, 0, 0.7745966692414834};
    private static final double[] SHARE = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private AreaUnderCurve() {}

    static Optional<Estimate> of(FittedCurve fitted) {
        TestedRange range = fitted.range();
        if (!(range.decades() > 0)) {
            return Optional.empty();
        }
        double[] gradient = new double[Parameter.values().length];
        double area = integrate(fitted.curve(), range, gradient);
        OptionalDouble error = fitted.fit()
                .covariance()
                .map(covariance -> error(covariance, gradient))
                .orElse(OptionalDouble.empty());
        return Optional.of(estimate(fitted.protocol(), fitted.fit().degreesOfFreedom(), area, error));
    }

    /** The area under a curve of any family. */
    static Optional<Estimate> of(FamilyCurve curve) {
        TestedRange range = curve.range();
        if (!(range.decades() > 0)) {
            return Optional.empty();
        }
        Dual[] parameters = curve.fit().variables();
        Dual area = Dual.constant(0);
        double width = range.decades() / PANELS;
        for (int panel = 0; panel < PANELS; panel++) {
            double centre = range.lowest() + (panel + 0.5) * width;
            for (int i = 0; i < NODE.length; i++) {
                Dual at = curve.fit().family().at(parameters, Dual.constant(centre + 0.5 * width * NODE[i]));
                area = area.plus(at.times(SHARE[i] / PANELS));
            }
        }
        return Double.isFinite(area.value())
                ? Optional.of(estimate(
                        curve.protocol(),
                        curve.fit().degreesOfFreedom(),
                        area.value(),
                        curve.fit().errorOf(area)))
                : Optional.empty();
    }

    private static double integrate(SigmoidCurve curve, TestedRange range, double[] gradient) {
        double width = range.decades() / PANELS;
        double area = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double centre = range.lowest() + (panel + 0.5) * width;
            for (int i = 0; i < NODE.length; i++) {
                double at = centre + 0.5 * width * NODE[i];
                area += SHARE[i] / PANELS * curve.value(at);
                double[] slope = curve.gradient(at);
                for (int p = 0; p < gradient.length; p++) {
                    gradient[p] += SHARE[i] / PANELS * slope[p];
                }
            }
        }
        return area;
    }

    private static OptionalDouble error(Covariance covariance, double[] gradient) {
        return OptionalDouble.of(Math.sqrt(covariance.varianceOf(gradient)));
    }

    private static Estimate estimate(CurveProtocol protocol, int degreesOfFreedom, double area, OptionalDouble error) {
        double level = protocol.inference().level();
        @Nullable Double half = null;
        if (error.isPresent()) {
            half = error.getAsDouble() * Distributions.studentQuantile(0.5 + 0.5 * level, degreesOfFreedom);
        }
        return new Estimate(
                "auc",
                area,
                protocol.units().response(),
                Relation.EQUAL,
                half == null ? null : Double.valueOf(area - half),
                half == null ? null : Double.valueOf(area + half),
                level,
                error.isPresent() ? Double.valueOf(error.getAsDouble()) : null,
                METHOD);
    }
}
