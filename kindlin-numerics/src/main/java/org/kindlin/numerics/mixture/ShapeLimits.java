package org.kindlin.numerics.mixture;

/**
 * Limits of the shape parameters of a mixture; a parameter whose limits are equal is fixed.
 *
 * @param low lowest of each
 * @param high highest of each
 */
public record ShapeLimits(double[] low, double[] high) {
    public ShapeLimits {
        if (low.length != high.length) {
            throw new IllegalArgumentException(low.length + " lower, " + high.length + " upper limits");
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i])) {
                throw new IllegalArgumentException("parameter " + i + " from " + low[i] + " to " + high[i]);
            }
        }
    }

    double within(int parameter, double value) {
        return Math.clamp(value, low[parameter], high[parameter]);
    }

    boolean isFree(int parameter) {
        return low[parameter] < high[parameter];
    }
}
