package org.kindlin.mechanism.stochastic;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.special.Erf;
import org.kindlin.mechanism.model.Distribution;
import org.kindlin.numerics.random.NormalQuantile;

/**
 * Draws from the distributions of the SBML package Distributions by inversion of one uniform number, so that strata of
 * uniform numbers are strata of the draws; of truncated ones, of a uniform number between the probabilities of the limits.
 */
final class Sampler {
    private static final double SQRT_TWO = StrictMath.sqrt(2);
    private static final double LARGEST_COUNT = 1e7;

    private Sampler() {}

    /**
     * The draw of a uniform number, or not a number where parameters make no sense or the limits leave nothing.
     *
     * @param a arguments as the package has them
     * @param uniform within (0, 1)
     */
    static double draw(Distribution distribution, double[] a, double uniform) {
        boolean truncated = distribution.truncated(a.length);
        int own = truncated ? a.length - 2 : a.length;
        double last = a[own - 1];
        double location = own == 2 ? a[0] : 0;
        double low = truncated ? a[own] : Double.NEGATIVE_INFINITY;
        double high = truncated ? a[own + 1] : Double.POSITIVE_INFINITY;
        if (!(low <= high) || Double.isNaN(last) || Double.isNaN(location)) {
            return Double.NaN;
        }
        return switch (distribution) {
            case UNIFORM -> last >= location ? location + (last - location) * uniform : Double.NaN;
            case BERNOULLI -> uniform < last ? 1 : 0;
            case BINOMIAL -> binomial(location, last, low, high, uniform);
            case POISSON -> poisson(last, low, high, uniform);
            case GAMMA, CHISQUARE -> {
                boolean gamma = distribution == Distribution.GAMMA;
                yield gamma(gamma ? a[0] : last / 2, gamma ? last : 2, low, high, uniform);
            }
            default -> continuous(distribution, location, last, low, high, uniform);
        };
    }

    private static double continuous(
            Distribution distribution, double location, double spread, double low, double high, double uniform) {
        if (!(spread >= 0)) {
            return Double.NaN;
        }
        double scale = distribution == Distribution.EXPONENTIAL ? 1 / spread : spread;
        boolean logarithm = distribution == Distribution.LOGNORMAL;
        double from = below(distribution, standard(logarithm ? ln(low) : low, location, scale));
        double to = below(distribution, standard(logarithm ? ln(high) : high, location, scale));
        double z = quantile(distribution, between(from, to, uniform));
        double value = location + scale * z;
        return Math.clamp(logarithm ? StrictMath.exp(value) : value, low, high);
    }

    private static double ln(double limit) {
        return limit <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(limit);
    }

    private static double standard(double limit, double location, double scale) {
        return Double.isInfinite(limit) ? limit : (limit - location) / scale;
    }

    private static double between(double from, double to, double uniform) {
        return to > from ? from + (to - from) * uniform : Double.NaN;
    }

    /** The probability below a standardised value. */
    private static double below(Distribution distribution, double z) {
        if (Double.isInfinite(z)) {
            return z > 0 ? 1 : 0;
        }
        return switch (distribution) {
            case CAUCHY -> 0.5 + StrictMath.atan(z) / StrictMath.PI;
            case LAPLACE -> z < 0 ? 0.5 * StrictMath.exp(z) : 1 - 0.5 * StrictMath.exp(-z);
            case EXPONENTIAL -> z <= 0 ? 0 : -StrictMath.expm1(-z);
            case RAYLEIGH -> z <= 0 ? 0 : -StrictMath.expm1(-0.5 * z * z);
            default -> 0.5 * Erf.erfc(-z / SQRT_TWO);
        };
    }

    private static double quantile(Distribution distribution, double p) {
        if (Double.isNaN(p)) {
            return Double.NaN;
        }
        return switch (distribution) {
            case CAUCHY -> StrictMath.tan(StrictMath.PI * (p - 0.5));
            case LAPLACE -> p < 0.5 ? StrictMath.log(2 * p) : -StrictMath.log(2 * (1 - p));
            case EXPONENTIAL -> -StrictMath.log1p(-p);
            case RAYLEIGH -> StrictMath.sqrt(-2 * StrictMath.log1p(-p));
            default -> NormalQuantile.of(p);
        };
    }

    private static double gamma(double shape, double scale, double low, double high, double uniform) {
        if (!(shape > 0 && scale > 0)) {
            return Double.NaN;
        }
        GammaDistribution distribution = new GammaDistribution(shape, scale);
        double from = low > 0 ? distribution.cumulativeProbability(low) : 0;
        double to = Double.isInfinite(high) ? 1 : distribution.cumulativeProbability(high);
        double p = between(from, to, uniform);
        return Double.isNaN(p) ? p : Math.clamp(distribution.inverseCumulativeProbability(p), low, high);
    }

    private static double binomial(double trials, double probability, double low, double high, double uniform) {
        if (!(trials >= 0 && trials <= LARGEST_COUNT && probability >= 0 && probability <= 1)) {
            return Double.NaN;
        }
        if (probability == 0 || probability == 1) {
            return trials * probability;
        }
        double odds = StrictMath.log(probability) - StrictMath.log1p(-probability);
        double none = trials * StrictMath.log1p(-probability);
        double highest = Math.min(high, trials);
        return counted(none, k -> StrictMath.log((trials - k + 1) / k) + odds, low, highest, uniform);
    }

    private static double poisson(double mean, double low, double high, double uniform) {
        if (!(mean >= 0 && mean <= LARGEST_COUNT)) {
            return Double.NaN;
        }
        double highest = Math.min(high, mean + 40 * StrictMath.sqrt(mean) + 100);
        return counted(-mean, k -> StrictMath.log(mean / k), low, highest, uniform);
    }

    /**
     * Inversion of a distribution on whole numbers.
     *
     * @param none logarithm of the probability of 0
     * @param step logarithm of the probability of k over that of k − 1
     */
    private static double counted(double none, DoubleUnaryOperator step, double low, double high, double uniform) {
        double total = sum(none, step, low, high, Double.POSITIVE_INFINITY)[1];
        return total > 0 ? sum(none, step, low, high, uniform * total)[0] : Double.NaN;
    }

    /** Where the sum of probabilities from the lower limit on passes a target, and that sum. */
    private static double[] sum(double none, DoubleUnaryOperator step, double low, double high, double target) {
        double logarithm = none;
        double total = 0;
        double reached = Double.NaN;
        for (double k = 0; k <= high; k++) {
            logarithm += k > 0 ? step.applyAsDouble(k) : 0;
            if (k >= low) {
                total += StrictMath.exp(logarithm);
                reached = k;
                if (total >= target) {
                    break;
                }
            }
        }
        return new double[] {reached, total};
    }
}
