package org.kindlin.numerics.survival;

import java.util.Optional;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The restricted mean survival time: the area under the survival curve up to a horizon.
 *
 * <p>Its variance is the sum over event times of A(t)² d / (n (n - d)), A(t) being the area from t to the horizon (Klein
 * and Moeschberger, "Survival Analysis", 2003, section 4.5): the variance of the mean, not of the truncated time itself.
 *
 * @param horizon in the unit of the times
 * @param mean area under the curve from the origin to the horizon
 */
public record RestrictedMean(double horizon, double mean, double standardError) {

    /** Empty where the curve ends above zero before the horizon: the area beyond is unknown. */
    public static Optional<RestrictedMean> of(SurvivalCurve curve, double horizon) {
        int last = curve.size() - 1;
        boolean isKnown = last >= 0 && (curve.time()[last] >= horizon || curve.survival()[last] == 0);
        return isKnown && horizon > 0 ? Optional.of(area(curve, horizon)) : Optional.empty();
    }

    private static RestrictedMean area(SurvivalCurve curve, double horizon) {
        int until = curve.indexAt(horizon);
        double end = horizon;
        double beyond = 0;
        double variance = 0;
        for (int i = until; i >= 0; i--) {
            double n = curve.atRisk()[i];
            double d = curve.events()[i];
            beyond += curve.survival()[i] * (end - curve.time()[i]);
            end = curve.time()[i];
            if (d > 0 && d < n) {
                variance += beyond * beyond * d / (n * (n - d));
            }
        }
        return new RestrictedMean(horizon, beyond + end, Math.sqrt(variance));
    }

    /** Difference to another, the other's subtracted; two-sided p by the normal distribution. */
    public Contrast minus(RestrictedMean other, double level) {
        double difference = mean - other.mean;
        double se = Math.hypot(standardError, other.standardError);
        double z = Distributions.normalQuantile(0.5 + level / 2);
        return new Contrast(difference, difference - z * se, difference + z * se, se, p(difference, se));
    }

    /** Ratio to another by the delta method on the logarithm. */
    public Contrast over(RestrictedMean other, double level) {
        return ratio(mean, standardError, other.mean, other.standardError, level);
    }

    /** Ratio of the times lost up to the horizon. */
    public Contrast lostOver(RestrictedMean other, double level) {
        return ratio(horizon - mean, standardError, other.horizon - other.mean, other.standardError, level);
    }

    private static Contrast ratio(double a, double seA, double b, double seB, double level) {
        double log = StrictMath.log(a / b);
        double se = Math.hypot(seA / a, seB / b);
        double z = Distributions.normalQuantile(0.5 + level / 2);
        return new Contrast(a / b, StrictMath.exp(log - z * se), StrictMath.exp(log + z * se), se, p(log, se));
    }

    private static double p(double effect, double se) {
        return se > 0 ? 2 * Distributions.normalUpperTail(Math.abs(effect) / se) : effect == 0 ? 1 : 0;
    }

    /**
     * A comparison with its interval.
     *
     * @param standardError of the difference, or of the logarithm of a ratio
     */
    public record Contrast(double value, double low, double high, double standardError, double p) {}
}
