package org.kindlin.assays.proliferation;

import java.util.Arrays;

/**
 * Intensities of one sample, counted in bins of equal width on a logarithmic axis. The first bin also holds all below it,
 * zero and negative intensities included, the last all above.
 *
 * @param lowest common logarithm of the lower edge
 * @param width of a bin in decades
 * @param counts events in each
 */
public record IntensityBins(double lowest, double width, double[] counts) {
    private static final int BINS = 512;
    /** Shares of the events that the axis may leave to its first and last bin. */
    private static final double LOWEST_SHARE = 0.001;

    private static final double HIGHEST_SHARE = 0.9995;
    private static final double MARGIN = 0.05;
    private static final double LONGEST_AXIS = 5;

    /** Bins over the range of these intensities; at least one must be above zero. */
    static IntensityBins of(double[] intensities) {
        double[] sorted = intensities.clone();
        Arrays.sort(sorted);
        double bright = at(sorted, HIGHEST_SHARE);
        double highest = StrictMath.log10(bright > 0 ? bright : sorted[sorted.length - 1]) + MARGIN;
        double low = at(sorted, LOWEST_SHARE);
        double lowest = low > 0 ? StrictMath.log10(low) - MARGIN : highest - LONGEST_AXIS;
        lowest = Math.clamp(lowest, highest - LONGEST_AXIS, highest - 0.3);
        return over(lowest, highest, intensities);
    }

    private static IntensityBins over(double lowest, double highest, double[] intensities) {
        double width = (highest - lowest) / BINS;
        double[] counts = new double[BINS];
        IntensityBins empty = new IntensityBins(lowest, width, counts);
        for (double intensity : intensities) {
            counts[empty.indexOf(intensity)]++;
        }
        return empty;
    }

    /** The intensity that a share of the events does not exceed. */
    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
    }

    /** The bin an intensity falls into. */
    int indexOf(double intensity) {
        double place = intensity > 0 ? (StrictMath.log10(intensity) - lowest) / width : 0;
        return (int) Math.clamp(place, 0, counts.length - 1);
    }

    /** The same axis with other counts. */
    IntensityBins with(double[] other) {
        return new IntensityBins(lowest, width, other);
    }

    /** The same events in fewer bins, each so many times as wide; the factor divides their number. */
    IntensityBins coarser(int factor) {
        double[] sums = new double[counts.length / factor];
        for (int b = 0; b < counts.length; b++) {
            sums[b / factor] += counts[b];
        }
        return new IntensityBins(lowest, width * factor, sums);
    }

    double highest() {
        return lowest + counts.length * width;
    }

    /** The intensity at the lower edge of a bin. */
    double edge(int bin) {
        return StrictMath.pow(10, lowest + bin * width);
    }

    double events() {
        return Arrays.stream(counts).sum();
    }
}
