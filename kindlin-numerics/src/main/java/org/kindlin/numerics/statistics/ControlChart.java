package org.kindlin.numerics.statistics;

/**
 * The chart of individual values in run order: centre and three-sigma limits from the mean moving range, sigma = mean
 * |x(i+1) - x(i)| / 1.128 (W. A. Shewhart; ISO 7870-2). A drift widens it less than it would the standard deviation.
 *
 * @param centre mean of the values
 * @param sigma scatter from one value to the next
 */
public record ControlChart(double centre, double sigma) {
    /** Mean range of two standard normal values, 2/sqrt(pi). */
    private static final double D2 = 1.1283791670955126;

    private static final double LIMIT = 3;

    /** The chart of at least two values, in run order. */
    public static ControlChart of(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("a moving range needs two values, not " + values.length);
        }
        double[] ranges = new double[values.length - 1];
        for (int i = 1; i < values.length; i++) {
            ranges[i - 1] = Math.abs(values[i] - values[i - 1]);
        }
        return new ControlChart(Descriptive.mean(values), Descriptive.mean(ranges) / D2);
    }

    /** The lower control limit. */
    public double low() {
        return centre - LIMIT * sigma;
    }

    /** The upper control limit. */
    public double high() {
        return centre + LIMIT * sigma;
    }

    public boolean isOutside(double value) {
        return value < low() || value > high();
    }
}
