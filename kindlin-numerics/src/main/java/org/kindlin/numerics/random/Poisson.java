package org.kindlin.numerics.random;

import org.hipparchus.special.Gamma;

/**
 * Draws from the Poisson distribution: inversion by sequential search below mean 10, transformed rejection with squeeze
 * above (W. Hörmann, Insurance: Mathematics and Economics 12:39-45, 1993, algorithm PTRS). No normal approximation.
 */
final class Poisson {
    private static final double REJECTION_FROM = 10;
    private static final double LARGEST_MEAN = 0x1.0p52;

    private Poisson() {}

    static long draw(double mean, RandomStream stream) {
        if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
            throw new IllegalArgumentException("a Poisson mean lies in [0, 2^52], not " + mean);
        }
        return mean < REJECTION_FROM ? bySearch(mean, stream) : byRejection(mean, stream);
    }

    private static long bySearch(double mean, RandomStream stream) {
        double left = stream.nextOpenDouble();
        double probability = StrictMath.exp(-mean);
        long count = 0;
        // Past the point where terms vanish in rounding, the remaining sliver of probability goes to that count.
        while (left > probability && probability > 0) {
            left -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    private static long byRejection(double mean, RandomStream stream) {
        double b = 0.931 + 2.53 * StrictMath.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        double logMean = StrictMath.log(mean);
        while (true) {
            double u = stream.nextOpenDouble() - 0.5;
            double v = stream.nextOpenDouble();
            double us = 0.5 - Math.abs(u);
            double candidate = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return (long) candidate;
            }
            if (candidate < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double accept = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
            if (accept <= candidate * logMean - mean - Gamma.logGamma(candidate + 1)) {
                return (long) candidate;
            }
        }
    }
}
