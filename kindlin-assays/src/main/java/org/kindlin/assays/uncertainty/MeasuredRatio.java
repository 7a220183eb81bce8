package org.kindlin.assays.uncertainty;

import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * The ratio of two measured quantities; what both owe to one source (a curve, a blank, a control) counts once.
 *
 * @param low lower limit, minus infinity where not bounded
 * @param high upper limit, infinite where not bounded
 */
public record MeasuredRatio(double value, double low, double high, double standardError, RatioMethod method) {

    /**
     * The ratio with its interval; the quantile is Student's with Welch and Satterthwaite's degrees of freedom of {@code
     * numerator - ratio x denominator}.
     *
     * @return empty where the denominator is not above zero, or nothing is known of the errors
     */
    public static Optional<MeasuredRatio> of(
            Measured numerator, Measured denominator, RatioMethod method, double level) {
        if (!(denominator.value() > 0)) {
            return Optional.empty();
        }
        double ratio = numerator.value() / denominator.value();
        double ownA = numerator.own() * numerator.own();
        double ownB = ratio * ratio * denominator.own() * denominator.own();
        double shared = Math.max(
                0,
                numerator.sharedVariance()
                        + ratio * ratio * denominator.sharedVariance()
                        - 2 * ratio * numerator.covariance(denominator));
        double variance = ownA + ownB + shared;
        double sharedDf = Math.min(numerator.sharedDf(), denominator.sharedDf());
        double df = variance
                * variance
                / (ownA * ownA / numerator.ownDf() + ownB * ownB / denominator.ownDf() + shared * shared / sharedDf);
        if (variance == 0) {
            return Optional.of(new MeasuredRatio(ratio, ratio, ratio, 0, method));
        }
        if (!(df > 0)) {
            return Optional.empty();
        }
        double error = Math.sqrt(variance) / denominator.value();
        double critical = Distributions.studentQuantile(0.5 + level / 2, df);
        return Optional.of(
                method == RatioMethod.LOG && ratio > 0
                        ? logarithmic(ratio, error, critical)
                        : fieller(numerator, denominator, error, critical));
    }

    private static MeasuredRatio logarithmic(double ratio, double error, double critical) {
        double factor = StrictMath.exp(critical * error / ratio);
        return new MeasuredRatio(ratio, ratio / factor, ratio * factor, error, RatioMethod.LOG);
    }

    private static MeasuredRatio fieller(Measured a, Measured b, double error, double critical) {
        double varianceA = a.own() * a.own() + a.sharedVariance();
        double varianceB = b.own() * b.own() + b.sharedVariance();
        RatioInterval interval =
                RatioInterval.fieller(a.value(), b.value(), varianceA, varianceB, a.covariance(b), critical);
        double ratio = a.value() / b.value();
        return interval instanceof RatioInterval.Bounded(double low, double high)
                ? new MeasuredRatio(ratio, low, high, error, RatioMethod.FIELLER)
                : new MeasuredRatio(
                        ratio, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, error, RatioMethod.FIELLER);
    }

    public boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** As an estimate times a factor (100 for percent); limits that are not bounded are null. */
    public Estimate estimate(String name, double factor, String unit, double level) {
        return new Estimate(
                name,
                value * factor,
                unit,
                Relation.EQUAL,
                isBounded() ? Double.valueOf(low * factor) : null,
                isBounded() ? Double.valueOf(high * factor) : null,
                level,
                isBounded() ? Double.valueOf(standardError * factor) : null,
                method == RatioMethod.LOG
                        ? "ratio of means, delta method on the logarithm"
                        : "ratio of means, Fieller");
    }
}
