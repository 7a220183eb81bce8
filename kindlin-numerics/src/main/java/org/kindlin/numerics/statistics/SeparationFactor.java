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

    /**
     * The strictly standardised mean difference of independent groups, (m_1 - m_2)/sqrt(s_1^2 + s_2^2) (X. D. Zhang,
     * Genomics 89:552-561, 2007, and J. Biomol. Screen. 12:497-509, 2007); empty where neither group scatters.
     */
    public static OptionalDouble ssmd(double[] positive, double[] negative) {
        return positive.length < 2 || negative.length < 2
                ? OptionalDouble.empty()
                : standardized(
                        Descriptive.mean(positive) - Descriptive.mean(negative),
                        Descriptive.variance(positive) + Descriptive.variance(negative));
    }

    /** Robust SSMD of the same source: medians in place of means, 1.4826 x MAD in place of standard deviations. */
    public static OptionalDouble robustSsmd(double[] positive, double[] negative) {
        if (positive.length < 2 || negative.length < 2) {
            return OptionalDouble.empty();
        }
        double first = Descriptive.scaledMad(positive);
        double second = Descriptive.scaledMad(negative);
        return standardized(
                Descriptive.median(positive) - Descriptive.median(negative), first * first + second * second);
    }

    /**
     * The signal window (m_1 - m_2 - 3 (s_1 + s_2))/s_1 of the group with full signal over that with least (G. S.
     * Sittampalam et al., J. Biomol. Screen. 2:159-169, 1997); empty where the full signal does not scatter.
     */
    public static OptionalDouble signalWindow(double[] full, double[] least) {
        if (full.length < 2 || least.length < 2) {
            return OptionalDouble.empty();
        }
        double scatter = Descriptive.standardDeviation(full);
        double window = Math.abs(Descriptive.mean(full) - Descriptive.mean(least))
                - 3 * (scatter + Descriptive.standardDeviation(least));
        return scatter > 0 ? OptionalDouble.of(window / scatter) : OptionalDouble.empty();
    }

    private static OptionalDouble standardized(double difference, double variance) {
        return variance > 0 ? OptionalDouble.of(difference / Math.sqrt(variance)) : OptionalDouble.empty();
    }

    private static OptionalDouble of(double difference, double spread) {
        return difference == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - 3 * spread / Math.abs(difference));
    }
}
