package org.kindlin.numerics.proportions;

import org.kindlin.numerics.statistics.Distributions;

/**
 * Confidence intervals of a proportion from x of n.
 *
 * <p>Reviewed by Brown, Cai and DasGupta, Stat Sci 16:101, 2001.
 */
public enum ProportionInterval {
    /** Exact, equal tails (Clopper and Pearson, Biometrika 26:404, 1934): never below its level. */
    CLOPPER_PEARSON {
        @Override
        public Range of(int x, int n, double level) {
            double tail = (1 - level) / 2;
            return new Range(
                    x == 0 ? 0 : Binomial.betaQuantile(tail, x, n - x + 1.0),
                    x == n ? 1 : Binomial.betaQuantile(1 - tail, x + 1.0, n - x));
        }
    },
    /** Inversion of the score test (Wilson, J Am Stat Assoc 22:209, 1927). */
    WILSON {
        @Override
        public Range of(int x, int n, double level) {
            double z = quantile(level);
            double p = (double) x / n;
            double centre = x + z * z / 2;
            double half = z * Math.sqrt(n) * Math.sqrt(p * (1 - p) + z * z / (4 * n));
            double total = n + z * z;
            return new Range(x == 0 ? 0 : (centre - half) / total, x == n ? 1 : (centre + half) / total);
        }
    },
    /** Wilson's with continuity correction (Newcombe, Stat Med 17:857, 1998, method 4). */
    WILSON_CORRECTED {
        @Override
        public Range of(int x, int n, double level) {
            double z = quantile(level);
            double p = (double) x / n;
            double total = 2 * (n + z * z);
            double low = z * Math.sqrt(z * z - 2 - 1.0 / n + 4 * p * (n * (1 - p) + 1));
            double high = z * Math.sqrt(z * z + 2 - 1.0 / n + 4 * p * (n * (1 - p) - 1));
            return new Range(
                    x == 0 ? 0 : Math.max(0, (2 * x + z * z - 1 - low) / total),
                    x == n ? 1 : Math.min(1, (2 * x + z * z + 1 + high) / total));
        }
    },
    /** Equal tails of the posterior under Jeffreys's prior, the end at an empty or full count moved to 0 or 1. */
    JEFFREYS {
        @Override
        public Range of(int x, int n, double level) {
            double tail = (1 - level) / 2;
            return new Range(
                    x == 0 ? 0 : Binomial.betaQuantile(tail, x + 0.5, n - x + 0.5),
                    x == n ? 1 : Binomial.betaQuantile(1 - tail, x + 0.5, n - x + 0.5));
        }
    },
    /** Wald's about Wilson's centre (Agresti and Coull, Am Stat 52:119, 1998); it may leave 0 to 1. */
    AGRESTI_COULL {
        @Override
        public Range of(int x, int n, double level) {
            double z = quantile(level);
            double total = n + z * z;
            double p = (x + z * z / 2) / total;
            double half = z * Math.sqrt(p * (1 - p) / total);
            return new Range(p - half, p + half);
        }
    },
    /** The normal approximation; it may leave 0 to 1 and has no width at 0 and n. For comparison only. */
    WALD {
        @Override
        public Range of(int x, int n, double level) {
            double p = (double) x / n;
            double half = quantile(level) * Math.sqrt(p * (1 - p) / n);
            return new Range(p - half, p + half);
        }
    },
    /** Exact tails with half the probability of the count observed (Lancaster 1961): its level on average. */
    MID_P {
        @Override
        public Range of(int x, int n, double level) {
            double tail = (1 - level) / 2;
            double low =
                    x == 0 ? 0 : Binomial.root(p -> Binomial.upper(x, n, p) - Binomial.mass(x, n, p) / 2 - tail, 0, 1);
            double high =
                    x == n ? 1 : Binomial.root(p -> tail - Binomial.lower(x, n, p) + Binomial.mass(x, n, p) / 2, 0, 1);
            return new Range(low, high);
        }
    },
    /** The exact interval of Blaker (Can J Stat 28:783, 2000): within Clopper and Pearson's, and never below its level. */
    BLAKER {
        @Override
        public Range of(int x, int n, double level) {
            return BlakerInterval.of(x, n, level);
        }
    };

    /**
     * The interval.
     *
     * @param x from 0 to n
     * @param level confidence level, within (0, 1)
     */
    public abstract Range of(int x, int n, double level);

    private static double quantile(double level) {
        return Distributions.normalQuantile(0.5 + level / 2);
    }
}
