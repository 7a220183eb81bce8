package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Confidence limits; an empty one is open: the data set no limit on that side.
 *
 * @param low lower limit
 * @param high upper limit
 */
public record Limits(OptionalDouble low, OptionalDouble high) {
    public static final Limits OPEN = new Limits(OptionalDouble.empty(), OptionalDouble.empty());

    /** Limits from numbers of which an infinite or missing one is open. */
    public static Limits of(double low, double high) {
        return new Limits(finite(low), finite(high));
    }

    public boolean isOpenBelow() {
        return low.isEmpty();
    }

    public boolean isOpenAbove() {
        return high.isEmpty();
    }

    public boolean isOpen() {
        return isOpenBelow() && isOpenAbove();
    }

    public boolean isClosed() {
        return !isOpenBelow() && !isOpenAbove();
    }

    /** The limits of an increasing function of the quantity. */
    public Limits map(DoubleUnaryOperator increasing) {
        return of(mapped(low, increasing), mapped(high, increasing));
    }

    /** The limits of a decreasing function of the quantity. */
    public Limits mapReversed(DoubleUnaryOperator decreasing) {
        return of(mapped(high, decreasing), mapped(low, decreasing));
    }

    public Limits onlyLow() {
        return new Limits(low, OptionalDouble.empty());
    }

    public Limits onlyHigh() {
        return new Limits(OptionalDouble.empty(), high);
    }

    @Nullable
    Double lowOrNull() {
        return low.isPresent() ? Double.valueOf(low.getAsDouble()) : null;
    }

    @Nullable
    Double highOrNull() {
        return high.isPresent() ? Double.valueOf(high.getAsDouble()) : null;
    }

    private static double mapped(OptionalDouble limit, DoubleUnaryOperator function) {
        return limit.isPresent() ? function.applyAsDouble(limit.getAsDouble()) : Double.NaN;
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
