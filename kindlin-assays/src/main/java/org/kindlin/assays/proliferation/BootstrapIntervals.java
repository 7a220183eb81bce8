package org.kindlin.assays.proliferation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.mixture.BinnedMixture;
import org.kindlin.numerics.mixture.MixtureFit;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Percentile intervals of refits to resampled events (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993,
 * 13.3), under the number of generations that was chosen.
 */
final class BootstrapIntervals {
    private final GenerationFit fit;
    private final double level;
    private final double[][] cells;

    BootstrapIntervals(GenerationFit fit, double level, int samples, RandomStream random) {
        this.fit = fit;
        this.level = level;
        this.cells = new double[samples][];
        for (int s = 0; s < samples; s++) {
            RandomStream own = random.child(s);
            double[] counts = Arrays.stream(fit.bins().counts())
                    .map(n -> own.nextPoisson(n))
                    .toArray();
            cells[s] = Arrays.copyOf(refit(counts, own).expected(), fit.divisions() + 1);
        }
    }

    /** An autofluorescence that was inferred from all cultures is drawn from its own distribution. */
    private MixtureFit refit(double[] counts, RandomStream random) {
        return fit.shared().isPresent()
                ? fit.shared().get().refit(fit, counts, random.nextGaussian(), random.nextGaussian())
                : BinnedMixture.refit(counts, fit.shapes(), fit.limits().shape(), fit.mixture());
    }

    /** The interval of an index; empty where it is undefined. */
    Optional<IndexInterval> of(DivisionIndex index) {
        OptionalDouble value = index.of(fit.cells());
        double[] values = Arrays.stream(cells)
                .map(index::of)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return value.isEmpty() || values.length < 2
                ? Optional.empty()
                : Optional.of(interval(value.getAsDouble(), values));
    }

    /** The interval of the cells of a generation. */
    IndexInterval cells(int generation) {
        return interval(
                fit.cells()[generation],
                Arrays.stream(cells).mapToDouble(c -> c[generation]).toArray());
    }

    private IndexInterval interval(double value, double[] values) {
        return new IndexInterval(
                value,
                Descriptive.quantile(values, (1 - level) / 2),
                Descriptive.quantile(values, (1 + level) / 2),
                Descriptive.standardDeviation(values));
    }
}
