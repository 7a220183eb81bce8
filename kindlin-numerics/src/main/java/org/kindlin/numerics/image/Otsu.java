package org.kindlin.numerics.image;

/** The threshold that best parts a histogram in two (N. Otsu, IEEE Trans. Syst. Man Cybern. 9:62-66, 1979). */
public final class Otsu {
    private static final int BINS = 256;

    private Otsu() {}

    /** The threshold of these values over 256 bins between their extremes; the value itself where all are alike. */
    public static double threshold(float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (!(high > low)) {
            return low;
        }
        double width = (high - (double) low) / BINS;
        long[] histogram = new long[BINS];
        double sum = 0;
        for (float value : values) {
            histogram[(int) Math.min(BINS - 1.0, (value - low) / width)]++;
        }
        for (int i = 0; i < BINS; i++) {
            sum += (double) histogram[i] * i;
        }
        double below = 0;
        double belowSum = 0;
        double best = -1;
        int at = 0;
        for (int i = 0; i < BINS - 1; i++) {
            below += histogram[i];
            belowSum += (double) histogram[i] * i;
            double above = values.length - below;
            if (below > 0 && above > 0) {
                double gap = belowSum / below - (sum - belowSum) / above;
                double between = below * above * gap * gap;
                if (between > best) {
                    best = between;
                    at = i;
                }
            }
        }
        return low + (at + 1) * width;
    }
}
