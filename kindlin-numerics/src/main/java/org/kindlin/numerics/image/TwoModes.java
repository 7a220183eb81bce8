package org.kindlin.numerics.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two populations of values, told apart by the two highest hills of their smoothed histogram.
 *
 * @param low top of the lower hill
 * @param high top of the upper hill
 * @param valley lowest density between them over that of the lower of the two tops: 0 apart, 1 not two at all
 * @param lowShare part of all values below the threshold
 */
public record TwoModes(double low, double high, double valley, double lowShare) {
    private static final int BINS = 256;
    private static final double SMOOTHING = 4;
    private static final double TAIL = 1e-4;

    /** The hills of finite values; empty where the histogram has one hill only. */
    public static Optional<TwoModes> of(float[] values) {
        int tail = (int) (TAIL * values.length);
        double from = lowest(values, 1, tail);
        double to = -lowest(values, -1, tail);
        if (!(to > from)) {
            return Optional.empty();
        }
        double[] histogram = histogram(values, from, to);
        double[] smooth = padded(GaussianFilter.smooth(histogram, SMOOTHING));
        List<Peak> hills = PeakFinder.find(smooth, 0).stream()
                .sorted(Comparator.comparingDouble(Peak::prominence).reversed())
                .limit(2)
                .toList();
        if (hills.size() < 2) {
            return Optional.empty();
        }
        boolean inOrder = hills.get(0).index() < hills.get(1).index();
        Peak one = hills.get(inOrder ? 0 : 1);
        Peak two = hills.get(inOrder ? 1 : 0);
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = one.index(); i <= two.index(); i++) {
            lowest = Math.min(lowest, smooth[i]);
        }
        double width = (to - from) / BINS;
        double low = from + (one.position() - 0.5) * width;
        double high = from + (two.position() - 0.5) * width;
        double middle = (low + high) / 2;
        int below = 0;
        for (float value : values) {
            below += value <= middle ? 1 : 0;
        }
        return Optional.of(
                new TwoModes(low, high, lowest / Math.min(one.height(), two.height()), below / (double) values.length));
    }

    private static double[] histogram(float[] values, double from, double to) {
        int[] counts = new int[BINS];
        double scale = BINS / (to - from);
        for (float value : values) {
            counts[Math.clamp((int) ((value - from) * scale), 0, BINS - 1)]++;
        }
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** The value with so many below it, of all values times a sign: few, so that next to none needs a place among them. */
    private static float lowest(float[] values, int sign, int below) {
        float[] least = new float[below + 1];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        for (float value : values) {
            float one = sign * value;
            if (one < least[below]) {
                int at = below;
                for (; at > 0 && least[at - 1] > one; at--) {
                    least[at] = least[at - 1];
                }
                least[at] = one;
            }
        }
        return least[below];
    }

    /** With nothing at either end, so that a hill at the edge is one. */
    private static double[] padded(double[] histogram) {
        double[] padded = new double[histogram.length + 2];
        System.arraycopy(histogram, 0, padded, 1, histogram.length);
        return padded;
    }

    /** Half-way between the tops. */
    public double threshold() {
        return (low + high) / 2;
    }

    /** A place between the tops, 0 at the lower, 1 at the upper. */
    public double between(double part) {
        return low + part * (high - low);
    }
}
