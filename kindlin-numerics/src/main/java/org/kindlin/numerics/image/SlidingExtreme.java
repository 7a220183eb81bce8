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

    /** The opening of every column of a picture by a flat segment. */
    public static float[] openingDown(float[] picture, int width, int height, int radius) {
        float[] least = minimumDown(picture, width, height, radius);
        negate(least);
        float[] opened = minimumDown(least, width, height, radius);
        negate(opened);
        return opened;
    }

    private static void negate(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = -values[i];
        }
    }

    /** Row by row, so that memory is read in order; blocks of a window's length begin {@code radius} rows above the picture. */
    private static float[] minimumDown(float[] y, int width, int height, int radius) {
        int window = 2 * radius + 1;
        float[] fromTop = new float[y.length];
        float[] fromBottom = new float[y.length];
        PixelRow line = new PixelRow(width);
        line.set(y, 0);
        for (int row = 0; row < height; row++) {
            next(line, y, row * width, (row + radius) % window == 0);
            line.write(fromTop, row * width);
        }
        line.set(y, (height - 1) * width);
        for (int row = height - 1; row >= 0; row--) {
            next(line, y, row * width, (row + radius + 1) % window == 0);
            line.write(fromBottom, row * width);
        }
        float[] minimum = new float[y.length];
        for (int row = 0; row < height; row++) {
            line.set(fromBottom, Math.max(0, row - radius) * width);
            int last = Math.min(height - 1, row + radius);
            if ((last + radius) / window == (row + 2 * radius) / window) {
                line.lower(fromTop, last * width);
            }
            line.write(minimum, row * width);
        }
        return minimum;
    }

    private static void next(PixelRow line, float[] picture, int from, boolean isFirstOfBlock) {
        if (isFirstOfBlock) {
            line.set(picture, from);
        } else {
            line.lower(picture, from);
        }
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
