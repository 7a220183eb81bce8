package org.kindlin.assays.result;

import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.statistics.LogRatio;

/**
 * A number with all that is needed to defend it.
 *
 * <p>A censored value keeps its relation ({@code <} or {@code >}) and a one-sided interval; what the data cannot
 * determine has a null value, and a {@link Warning} beside it says why. Never NaN, never infinite.
 *
 * @param name the field's term, as the contract lists it ({@code ic50}, {@code hillSlope})
 * @param value point estimate, or the censoring limit, or null where not estimable
 * @param unit unit symbol ({@code nM}); empty for a dimensionless or unit-less quantity
 * @param relation how the value stands to the true one
 * @param low lower confidence limit; null where unbounded or not estimable
 * @param high upper confidence limit; null where unbounded or not estimable
 * @param level confidence level of the interval, as a fraction (0.95)
 * @param se standard error on the scale of the value; null where it has no meaning
 * @param method how value and interval were obtained ({@code profile-likelihood})
 */
public record Estimate(
        String name,
        @Nullable Double value,
        String unit,
        Relation relation,
        @Nullable Double low,
        @Nullable Double high,
        double level,
        @Nullable Double se,
        String method) {

    public Estimate {
        requireFinite(name, value, low, high, se);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(name + ": confidence level " + level + " is not within (0, 1)");
        }
    }

    private static void requireFinite(String name, @Nullable Double... numbers) {
        for (Double number : numbers) {
            if (number != null && !Double.isFinite(number)) {
                throw new IllegalArgumentException(name + ": " + number + " is no result; use null and say why");
            }
        }
    }

    /** An estimate without an interval, for descriptive numbers such as a count or a residual sum of squares. */
    public static Estimate descriptive(String name, double value, String unit, String method) {
        return new Estimate(name, value, unit, Relation.EQUAL, null, null, 0.95, null, method);
    }

    /** A ratio with the interval that it has on the logarithmic scale. */
    public static Estimate ofRatio(String name, LogRatio ratio, String method) {
        return of(name, ratio.ratio(), "1", ratio.low(), ratio.high(), ratio.level(), ratio.standardError(), method);
    }

    /** A two-sided estimate; infinite limits become null, meaning unbounded. */
    public static Estimate of(
            String name, double value, String unit, double low, double high, double level, double se, String method) {
        return new Estimate(
                name,
                value,
                unit,
                Relation.EQUAL,
                finiteOrNull(low),
                finiteOrNull(high),
                level,
                finiteOrNull(se),
                method);
    }

    /** What the data cannot determine. The caller adds the {@link Warning} that says why. */
    public static Estimate notEstimable(String name, String unit, double level, String method) {
        return new Estimate(name, null, unit, Relation.EQUAL, null, null, level, null, method);
    }

    /** The same estimate under another name, with everything scaled by a positive factor into another unit. */
    public Estimate scaled(String newName, double factor, String newUnit, String newMethod) {
        return new Estimate(
                newName,
                times(value, factor),
                newUnit,
                relation,
                times(low, factor),
                times(high, factor),
                level,
                times(se, factor),
                newMethod);
    }

    private static @Nullable Double times(@Nullable Double number, double factor) {
        return number == null ? null : Double.valueOf(number * factor);
    }

    private static @Nullable Double finiteOrNull(double number) {
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }
}
