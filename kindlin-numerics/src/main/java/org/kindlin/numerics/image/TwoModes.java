package org.kindlin.numerics.image;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.statistics.OrderStatistics;

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
        double[] some = new double[values.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[i];
        }
        int tail = (int) (TAIL * some.length);
        double from = OrderStatistics.select(some, 0, some.length, tail);
        double to = OrderStatistics.select(some, 0, some.length, some.length - 1 - tail);
        if (!(to > from)) {
            return Optional.empty();
        }
        double[] histogram = new double[BINS];
        for (float value : values) {
            histogram[(int) Math.clamp((value - from) / (to - from) * BINS, 0, BINS - 1.0)]++;
        }
        double[] smooth = padded(GaussianFilter.smooth(histogram, SMOOTHING));
        List<Peak> hills = PeakFinder.find(smooth, 0).stream()
                .sorted(java.util.Comparator.comparingDouble(Peak::prominence).reversed())
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
