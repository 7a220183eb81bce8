package org.kindlin.assays.plate.assay;

import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;

/**
 * A potency as a comparison sees it: the point, where there is one, and the interval, whose ends may be 0 and infinity.
 *
 * @param point empty where the estimate is censored or not estimable
 * @param low lower limit, 0 where unbounded
 * @param high upper limit, infinite where unbounded
 */
public record Potency(OptionalDouble point, double low, double high) {

    /** The potency that an estimate states; a censored one bounds it from one side only. */
    public static Potency of(Estimate estimate) {
        Double value = estimate.value();
        Double low = estimate.low();
        Double high = estimate.high();
        if (value == null || value <= 0) {
            return new Potency(
                    OptionalDouble.empty(),
                    low == null ? 0 : Math.max(0, low),
                    high == null ? Double.POSITIVE_INFINITY : high);
        }
        return switch (estimate.relation()) {
            case Relation.EQUAL ->
                new Potency(
                        OptionalDouble.of(value),
                        low == null ? 0 : Math.max(0, low),
                        high == null ? Double.POSITIVE_INFINITY : high);
            case Relation.ABOVE ->
                new Potency(OptionalDouble.empty(), low == null ? value : low, Double.POSITIVE_INFINITY);
            case Relation.BELOW -> new Potency(OptionalDouble.empty(), 0, high == null ? value : high);
        };
    }

    /**
     * How many times this potency is that of the reference, with an interval.
     *
     * <p>Two points: the limits of the two (profile-likelihood) intervals are combined on the logarithmic scale by the
     * method of variance estimates recovery, L = d - sqrt((a - la)^2 + (ub - b)^2) and its mirror image (G. Y. Zou and
     * A. Donner, Stat. Med. 27:1693-1702, 2008), which keeps the asymmetry of both. A censored side: the limits are
     * divided, which by Bonferroni is conservative.
     */
    public Potency over(Potency reference) {
        if (point.isEmpty() || reference.point.isEmpty()) {
            return new Potency(OptionalDouble.empty(), low / reference.high, high / reference.low);
        }
        double a = StrictMath.log(point.getAsDouble());
        double b = StrictMath.log(reference.point.getAsDouble());
        double down = StrictMath.hypot(a - StrictMath.log(low), StrictMath.log(reference.high) - b);
        double up = StrictMath.hypot(StrictMath.log(high) - a, b - StrictMath.log(reference.low));
        return new Potency(
                OptionalDouble.of(StrictMath.exp(a - b)), StrictMath.exp(a - b - down), StrictMath.exp(a - b + up));
    }

    /** The ratio as an estimate; one-sided where only one side is bounded. */
    public Estimate asEstimate(String name, double level, String method) {
        Double lower = low > 0 ? Double.valueOf(low) : null;
        Double upper = Double.isFinite(high) ? Double.valueOf(high) : null;
        if (point.isPresent()) {
            return new Estimate(name, point.getAsDouble(), "1", Relation.EQUAL, lower, upper, level, null, method);
        }
        if (lower != null && upper == null) {
            return new Estimate(name, lower, "1", Relation.ABOVE, lower, null, level, null, method);
        }
        if (upper != null && lower == null) {
            return new Estimate(name, upper, "1", Relation.BELOW, null, upper, level, null, method);
        }
        return Estimate.notEstimable(name, "1", level, method);
    }
}
