package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.protocol.Key;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.BinnedSample;

/**
 * Where a channel is cut in two, on the scale it was cut on.
 *
 * @param low lower limit: percentile of the places in resampled events; minus infinity where too few of them were cut
 * @param high upper limit
 * @param elsewhere percent of the values that the other model would put on the other side
 */
record Cut(double at, double low, double high, double elsewhere) {
    /** More than this is told. */
    private static final double DISAGREEMENT = 2;

    private static final int LEAST_EVENTS = 200;
    /** Share of resamples that must show two populations too. */
    private static final double LEAST_CUT = 0.9;

    private static final double PERCENT = 100;

    /** The place by a model, with its interval from Poisson resamples of the binned events. */
    static Optional<Cut> of(double[] places, DrawingSettings settings, RandomStream random) {
        if (places.length < LEAST_EVENTS) {
            return Optional.empty();
        }
        Optional<BinnedSample> sample = BinnedSample.of(places);
        return sample.flatMap(settings.model()::place).map(at -> bounded(at, sample.get(), settings, random));
    }

    /** What a reader has to know of it; empty for nothing. */
    String remark(DrawingSettings settings) {
        return elsewhere <= DISAGREEMENT
                ? ""
                : "cut=" + Key.spelling(settings.model().other()) + " would put "
                        + String.format(Locale.ROOT, "%.1f", elsewhere)
                        + " % of the events on the other side: look at the density";
    }

    private static double elsewhere(double at, BinnedSample sample, DrawingSettings settings) {
        return settings.model()
                .other()
                .place(sample)
                .map(other -> PERCENT * Math.abs(sample.shareBelow(other) - sample.shareBelow(at)))
                .orElse(0.0);
    }

    private static Cut bounded(double at, BinnedSample sample, DrawingSettings settings, RandomStream random) {
        double elsewhere = elsewhere(at, sample, settings);
        double[] again = IntStream.range(0, settings.resamples())
                .mapToObj(i -> settings.model().place(sample.resampled(random.child(i))))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (again.length < 20 || again.length < LEAST_CUT * settings.resamples()) {
            return new Cut(at, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, elsewhere);
        }
        double tail = (1 - settings.level()) / 2;
        int off = (int) Math.floor(tail * again.length);
        return new Cut(at, Math.min(at, again[off]), Math.max(at, again[again.length - 1 - off]), elsewhere);
    }

    /** Finite values only. */
    static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
