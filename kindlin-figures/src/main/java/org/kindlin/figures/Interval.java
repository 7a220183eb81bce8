package org.kindlin.figures;

/** A value with its interval, at one x (a dose, a time, a category); bounds may be infinite or not a number (none). */
public record Interval(double x, double value, double low, double high) {
    public Interval {
        if (low > high) {
            throw new IllegalArgumentException("an interval runs from low to high: " + low + " > " + high);
        }
    }

    /** A value with an interval of the same half-width on either side (a standard deviation or error). */
    public static Interval around(double x, double value, double halfWidth) {
        return new Interval(x, value, value - halfWidth, value + halfWidth);
    }
}
