package org.kindlin.numerics.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.numerics.random.RandomStream;

/**
 * A sample counted in equal bins, so that what is fitted to it costs the same for any number of values.
 *
 * @param first centre of the first bin
 * @param step width of a bin
 * @param counts values in each bin; shared, nobody writes to it
 */
public record BinnedSample(double first, double step, double[] counts) {
    private static final int BINS = 1024;
    /** Share of the values at either end that does not set the range. */
    private static final double FAR = 5e-4;

    private static final double ROOM = 0.1;

    /**
     * Counts values in {@value #BINS} bins from the 0.05 % to the 99.95 % point and a tenth of their distance on; values
     * beyond are left out, since a single far one would leave all others in one bin.
     *
     * @param values finite
     * @return empty where the values do not differ
     */
    public static Optional<BinnedSample> of(double[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int far = (int) (FAR * (sorted.length - 1));
        double room = ROOM * (sorted[sorted.length - 1 - far] - sorted[far]);
        if (!(room > 0)) {
            return Optional.empty();
        }
        double from = Math.max(sorted[0], sorted[far] - room);
        double to = Math.min(sorted[sorted.length - 1], sorted[sorted.length - 1 - far] + room);
        double step = (to - from) / (BINS - 1);
        double[] counts = new double[BINS];
        for (double value : sorted) {
            if (value >= from && value <= to) {
                counts[(int) Math.min(BINS - 1, Math.round((value - from) / step))]++;
            }
        }
        return Optional.of(new BinnedSample(from, step, counts));
    }

    /** Centre of a bin; fractions lie between two. */
    public double at(double bin) {
        return first + bin * step;
    }

    /** Number of values. */
    public double size() {
        return Arrays.stream(counts).sum();
    }

    /** The value below which this share of the sample lies, to a bin. */
    public double quantile(double share) {
        double wanted = share * size();
        double seen = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            seen += counts[bin];
            if (seen >= wanted && seen > 0) {
                return at(bin);
            }
        }
        return at(counts.length - 1.0);
    }

    /** The share of the sample in bins below a place. */
    public double shareBelow(double place) {
        double below = 0;
        for (int bin = 0; bin < counts.length && at(bin) < place; bin++) {
            below += counts[bin];
        }
        return below / size();
    }

    public double standardDeviation() {
        double n = size();
        double mean = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            mean += counts[bin] * at(bin) / n;
        }
        double squares = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            squares += counts[bin] * (at(bin) - mean) * (at(bin) - mean);
        }
        return Math.sqrt(squares / n);
    }

    /** A sample as it might have been: every count drawn anew from the Poisson distribution of its mean. */
    public BinnedSample resampled(RandomStream random) {
        double[] drawn = new double[counts.length];
        for (int bin = 0; bin < drawn.length; bin++) {
            drawn[bin] = counts[bin] > 0 ? random.nextPoisson(counts[bin]) : 0;
        }
        return new BinnedSample(first, step, drawn);
    }
}
