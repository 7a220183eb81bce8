package org.kindlin.figures;

import java.util.stream.DoubleStream;

/** A finite stretch of an axis, low to high. */
public record Range(double low, double high) {
    public Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("a range runs from a finite low to a finite high: " + low + ", " + high);
        }
    }

    /** The smallest range that holds all finite values; {@code otherwise} where there is none. */
    static Range of(DoubleStream values, Range otherwise) {
        double[] extremes = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        values.filter(Double::isFinite).forEachOrdered(value -> {
            extremes[0] = Math.min(extremes[0], value);
            extremes[1] = Math.max(extremes[1], value);
        });
        return extremes[0] <= extremes[1] ? new Range(extremes[0], extremes[1]) : otherwise;
    }

    double length() {
        return high - low;
    }

    /** Whether a value lies inside, with a hair's breadth of tolerance for rounding. */
    boolean contains(double value) {
        double hair = 1e-9 * length();
        return value >= low - hair && value <= high + hair;
    }
}
