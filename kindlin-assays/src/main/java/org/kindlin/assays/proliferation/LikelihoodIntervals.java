package org.kindlin.assays.proliferation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.mixture.BinnedMixture;
import org.kindlin.numerics.mixture.ComponentShapes;
import org.kindlin.numerics.mixture.MixtureFit;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Intervals from the curvature of the likelihood by the delta method, for the culture that the events were drawn from: they
 * hold the chance of which cells were counted and of which peak each is taken for.
 *
 * <p>On a scale on which the index has no bounds: the logit of a fraction, the logarithm of what exceeds the least possible
 * value. An index so close to its least value that the logarithm says nothing has a symmetric interval cut off there.
 */
final class LikelihoodIntervals {
    /** Standard error over distance from the least value, from which on the symmetric interval is used. */
    private static final double TOO_CLOSE = 0.5;

    private static final double SMALLEST_DIVISION = 1e-3;
    private static final int MOST_GENERATIONS = 8;

    private final GenerationFit fit;
    private final double level;
    private final double z;
    private final double[][] covariance;

    LikelihoodIntervals(GenerationFit fit, double level) {
        this.fit = fit;
        this.level = level;
        this.z = Distributions.normalQuantile(0.5 + level / 2);
        this.covariance = fit.covariance();
    }

    /** The interval of an index; empty where the index is undefined. */
    Optional<IndexInterval> of(DivisionIndex index) {
        double[] cells = fit.cells();
        OptionalDouble value = index.of(cells);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (fit.divisions() == 0) {
            return Optional.of(undivided(index, value.getAsDouble()));
        }
        double se = standardError(index.gradient(cells));
        return Optional.of(interval(index, value.getAsDouble(), se));
    }

    /** The interval of the cells of a generation. */
    IndexInterval cells(int generation) {
        double value = fit.cells()[generation];
        double se = Math.sqrt(covariance[generation][generation]);
        return se > 0 && se < TOO_CLOSE * value
                ? new IndexInterval(
                        value, value * StrictMath.exp(-z * se / value), value * StrictMath.exp(z * se / value), se)
                : new IndexInterval(value, Math.max(0, value - z * se), value + z * se, se);
    }

    private double standardError(double[] gradient) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * gradient[j] * covariance[i][j];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    private IndexInterval interval(DivisionIndex index, double value, double se) {
        double least = index.bounds().least;
        double greatest = index.bounds() == DivisionIndex.Bounds.FRACTION ? index.factor() : Double.POSITIVE_INFINITY;
        double above = value - least;
        boolean close = se >= TOO_CLOSE * above || se >= TOO_CLOSE * (greatest - value);
        if (close) {
            return new IndexInterval(value, Math.max(least, value - z * se), Math.min(greatest, value + z * se), se);
        }
        if (greatest < Double.POSITIVE_INFINITY) {
            double share = value / greatest;
            double logit = StrictMath.log(share / (1 - share));
            double half = z * se / (greatest * share * (1 - share));
            return new IndexInterval(value, greatest * logistic(logit - half), greatest * logistic(logit + half), se);
        }
        double ratio = StrictMath.exp(z * se / above);
        return new IndexInterval(value, least + above / ratio, least + above * ratio, se);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /**
     * Where nothing divided: how many cells of generation 1 the likelihood still allows, or, where events of no generation are as
     * well told as few cells of many generations, how many of those.
     */
    private IndexInterval undivided(DivisionIndex index, double value) {
        double limit = Math.max(ofFirst(index, value), ofMany(index).orElse(value));
        return new IndexInterval(value, value, limit, 0);
    }

    private OptionalDouble ofMany(DivisionIndex index) {
        if (fit.unexplainedShare() == 0) {
            return OptionalDouble.empty();
        }
        GenerationFit many = fit.withoutUnexplained(MOST_GENERATIONS);
        double loss = fit.mixture().logLikelihood() - many.mixture().logLikelihood();
        return loss < 0.5 * z * z * fit.overdispersion()
                ? new LikelihoodIntervals(many, level)
                        .of(index)
                        .map(interval -> OptionalDouble.of(interval.high()))
                        .orElse(OptionalDouble.empty())
                : OptionalDouble.empty();
    }

    private double ofFirst(DivisionIndex index, double value) {
        double total = fit.cells()[0];
        ComponentShapes shapes = new GenerationPeaks(fit.bins(), 1, fit.shapes().components() > fit.divisions() + 1);
        MixtureFit best = BinnedMixture.fit(
                fit.bins().counts(), shapes, fit.limits().shape(), fit.mixture().shape());
        double drop = 0.5 * z * z * fit.overdispersion();
        double low = best.expected()[1];
        double high = Math.max(10, 2 * low);
        while (high < total && loss(high, shapes, best) < drop) {
            low = high;
            high *= 2;
        }
        while (high - low > SMALLEST_DIVISION * high) {
            double middle = 0.5 * (low + high);
            if (loss(middle, shapes, best) < drop) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return index.of(new double[] {Math.max(0, total - high), high}).orElse(value);
    }

    private double loss(double divided, ComponentShapes shapes, MixtureFit best) {
        MixtureFit held = BinnedMixture.refitWithAtLeast(
                divided, 1, fit.bins().counts(), shapes, fit.limits().shape(), best);
        return best.logLikelihood() - held.logLikelihood();
    }

    double level() {
        return level;
    }
}
