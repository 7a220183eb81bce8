package org.kindlin.numerics.image;

/**
 * Minima and maxima over a sliding window in constant time a sample (M. van Herk, Pattern Recognit. Lett. 13:517-521, 1992;
 * J. Gil and M. Werman, IEEE Trans. Pattern Anal. Mach. Intell. 15:504-507, 1993).
 */
public final class SlidingExtreme {
    private SlidingExtreme() {}

    /** The least of the samples from {@code i - radius} to {@code i + radius}, at every i. */
    public static double[] minimum(double[] y, int radius) {
        return extreme(y, radius, 1);
    }

    /** The largest of the samples from {@code i - radius} to {@code i + radius}, at every i. */
    public static double[] maximum(double[] y, int radius) {
        return extreme(y, radius, -1);
    }

    /** The opening by a flat segment: what is left of a profile without peaks narrower than the window. */
    public static double[] opening(double[] y, int radius) {
        return maximum(minimum(y, radius), radius);
    }

    private static double[] extreme(double[] y, int radius, int sign) {
        int window = 2 * radius + 1;
        int n = y.length + 2 * radius;
        int padded = (n + window - 1) / window * window;
        double[] forward = new double[padded];
        double[] backward = new double[padded];
        for (int i = 0; i < padded; i++) {
            int at = i - radius;
            double value = at >= 0 && at < y.length ? sign * y[at] : Double.POSITIVE_INFINITY;
            forward[i] = i % window == 0 ? value : Math.min(forward[i - 1], value);
        }
        for (int i = padded - 1; i >= 0; i--) {
            int at = i - radius;
            double value = at >= 0 && at < y.length ? sign * y[at] : Double.POSITIVE_INFINITY;
            backward[i] = i % window == window - 1 ? value : Math.min(backward[i + 1], value);
        }
        double[] extreme = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            extreme[i] = sign * Math.min(backward[i], forward[i + window - 1]);
        }
        return extreme;
    }
}
