package org.kindlin.numerics.sigmoid;

/**
 * The values of a parameter whose profile keeps below the threshold, from the estimate outward to the first crossing.
 *
 * @param low {@code -Infinity}, or zero for a parameter that is positive, where the profile never crosses on that side
 * @param high {@code +Infinity} where the profile never crosses on that side
 * @param level confidence level, both sides together
 */
public record ProfileInterval(double low, double high, double level) {

    public boolean hasFiniteHigh() {
        return high < Double.POSITIVE_INFINITY;
    }

    public boolean hasFiniteLow() {
        return low > Double.NEGATIVE_INFINITY;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
