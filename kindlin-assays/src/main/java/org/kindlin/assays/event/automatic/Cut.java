package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.BinnedSample;

/**
 * Where a channel is cut in two, on the scale it was cut on.
 *
 * @param low lower limit: percentile of the places in resampled events; minus infinity where too few of them were cut
 * @param high upper limit
 */
record Cut(double at, double low, double high) {
    private static final int LEAST_EVENTS = 200;
    /** Share of resamples that must show two populations too. */
    private static final double LEAST_CUT = 0.9;

    /** The place by a model, with its interval from Poisson resamples of the binned events. */
    static Optional<Cut> of(double[] places, DrawingSettings settings, RandomStream random) {
        if (places.length < LEAST_EVENTS) {
            return Optional.empty();
        }
        Optional<BinnedSample> sample = BinnedSample.of(places);
        return sample.flatMap(settings.model()::place).map(at -> bounded(at, sample.get(), settings, random));
    }

    private static Cut bounded(double at, BinnedSample sample, DrawingSettings settings, RandomStream random) {
        double[] again = IntStream.range(0, settings.resamples())
                .mapToObj(i -> settings.model().place(sample.resampled(random.child(i))))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (again.length < 20 || again.length < LEAST_CUT * settings.resamples()) {
            return new Cut(at, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double tail = (1 - settings.level()) / 2;
        int off = (int) Math.floor(tail * again.length);
        return new Cut(at, Math.min(at, again[off]), Math.max(at, again[again.length - 1 - off]));
    }

    /** Finite values only. */
    static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
