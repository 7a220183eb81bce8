package org.kindlin.numerics.statistics;

/**
 * The chart of individual values in run order: mean and three-sigma limits from the median moving range, sigma = median
 * |x(i+1) - x(i)| / 0.954 (D. C. Montgomery, Introduction to Statistical Quality Control, 7th ed. 2013, section 6.4). Neither
 * a drift nor a single plate far off widens the limits that should show it, as the standard deviation would.
 *
 * @param centre mean of the values
 * @param sigma scatter from one value to the next
 */
public record ControlChart(double centre, double sigma) {
    /** Median range of two standard normal values, sqrt(2) times the normal quantile of 3/4. */
    private static final double D4 = 0.9538725524089398;

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
        return new ControlChart(Descriptive.mean(values), Descriptive.median(ranges) / D4);
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
