package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.image.Peak;
import org.kindlin.numerics.image.SkewedPeaks;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Bands of a lane that touch each other, or one that stands alone.
 *
 * @param first peak of the lane that belongs to it
 * @param last peak that does
 * @param from first row of it
 * @param to last row of it
 * @param shapes fitted to the bands; empty for one that stands alone
 */
record BandGroup(int first, int last, int from, int to, Optional<SkewedPeaks> shapes) {
    static final double FLANK = 3.5; // widths from the top to where a band has ended
    private static final double TOUCHING = 0.02; // of the lower top: less than this between two bands parts them

    private static final double ALONE = 0.95; // of a row's signal

    /** The groups of a lane, from the top, by its signal above the baseline. */
    static List<BandGroup> of(double[] net, List<Peak> peaks, double[] widths) {
        List<BandGroup> groups = new ArrayList<>();
        int start = 0;
        while (start < peaks.size()) {
            int end = start;
            while (end + 1 < peaks.size() && touch(net, peaks, widths, end)) {
                end++;
            }
            groups.add(of(net, peaks, widths, start, end));
            start = end + 1;
        }
        return groups;
    }

    private static boolean touch(double[] net, List<Peak> peaks, double[] widths, int i) {
        Peak upper = peaks.get(i);
        Peak lower = peaks.get(i + 1);
        double lowest = Double.POSITIVE_INFINITY;
        for (int y = upper.index(); y <= lower.index(); y++) {
            lowest = Math.min(lowest, net[y]);
        }
        double between = lower.position() - upper.position();
        return between < FLANK * (widths[i] + widths[i + 1])
                || lowest > TOUCHING * Math.min(net[upper.index()], net[lower.index()]);
    }

    private static BandGroup of(double[] net, List<Peak> peaks, double[] widths, int first, int last) {
        // halfway to what does not touch it
        int top = first == 0 ? 0 : peaks.get(first).left();
        int foot = last == peaks.size() - 1 ? net.length - 1 : peaks.get(last).right();
        int from = row(peaks.get(first).position() - FLANK * widths[first], top, foot);
        int to = row(peaks.get(last).position() + FLANK * widths[last], top, foot);
        if (first == last) {
            return new BandGroup(first, last, from, to, Optional.empty());
        }
        double typical = Descriptive.median(Arrays.copyOfRange(widths, first, last + 1));
        SkewedPeaks shapes = SkewedPeaks.fit(net, from, to, tops(peaks, first, last), typical);
        return new BandGroup(first, last, from, to, Optional.of(shapes));
    }

    private static int row(double y, int top, int foot) {
        return (int) Math.clamp(Math.rint(y), top, foot);
    }

    private static double[] tops(List<Peak> peaks, int first, int last) {
        return peaks.subList(first, last + 1).stream()
                .mapToDouble(Peak::position)
                .toArray();
    }

    /** Whether several bands overlap in it. */
    boolean isShared() {
        return shapes.isPresent();
    }

    /** For each band its part of every row. */
    double[][] shares(List<Peak> peaks) {
        if (shapes.isPresent()) {
            return Shares.of(shapes.get(), tops(peaks, first, last), from, to);
        }
        double[][] whole = new double[1][to - from + 1];
        Arrays.fill(whole[0], 1);
        return whole;
    }

    /**
     * The area of a peak's fitted shape and, of the rows it has all but alone, what the shapes leave: a flank that is no Gaussian's
     * is measured where it can be seen. Not a number for one that stands alone.
     */
    double area(int peak, double[] share, double[] net) {
        if (shapes.isEmpty()) {
            return Double.NaN;
        }
        SkewedPeaks all = shapes.get();
        int k = peak - first;
        double area = all.area(k);
        int start = (int) Math.max(from, Math.rint(all.centre()[k] - FLANK * all.left()[k]));
        int end = (int) Math.min(to, Math.rint(all.centre()[k] + FLANK * all.right()[k]));
        for (int y = start; y <= end; y++) {
            area += share[y - from] > ALONE ? net[y] - all.at(y) : 0;
        }
        return area;
    }
}
