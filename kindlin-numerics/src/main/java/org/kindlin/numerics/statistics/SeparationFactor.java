package org.kindlin.numerics.statistics;

import java.util.OptionalDouble;

/**
 * The screening window coefficient Z′ = 1 − 3 (s₁ + s₂) / |m₁ − m₂| of two groups of controls.
 *
 * <p>J.-H. Zhang, T. D. Y. Chung, K. R. Oldenburg, J. Biomol. Screen. 4:67-73 (1999). It is at most 1; 0.5 and above is
 * the usual limit for a usable plate. Empty where a group has fewer than two values or the locations coincide.
 */
public final class SeparationFactor {
    private SeparationFactor() {}

    /** Z′ from means and sample standard deviations. */
    public static OptionalDouble zPrime(double[] positive, double[] negative) {
        if (positive.length < 2 || negative.length < 2) {
            return OptionalDouble.empty();
        }
        return of(
                Descriptive.mean(positive) - Descriptive.mean(negative),
                Descriptive.standardDeviation(positive) + Descriptive.standardDeviation(negative));
    }

    /** Robust Z′: medians in place of means, 1.4826 × MAD in place of standard deviations. */
    public static OptionalDouble robustZPrime(double[] positive, double[] negative) {
        if (positive.length < 2 || negative.length < 2) {
            return OptionalDouble.empty();
        }
        return of(
                Descriptive.median(positive) - Descriptive.median(negative),
                Descriptive.scaledMad(positive) + Descriptive.scaledMad(negative));
    }

    private static OptionalDouble of(double difference, double spread) {
        return difference == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - 3 * spread / Math.abs(difference));
    }
}
