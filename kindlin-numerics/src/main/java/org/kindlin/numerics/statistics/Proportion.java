package org.kindlin.numerics.statistics;

import org.hipparchus.special.Beta;

/**
 * Confidence intervals of a binomial proportion.
 *
 * @param low lower limit
 * @param high upper limit
 */
public record Proportion(double low, double high) {
    private static final int HALVINGS = 200;

    /**
     * The exact interval of Clopper and Pearson (Biometrika 26:404, 1934): limits at which the tail that holds the observed
     * count has probability {@code (1 - level)/2}. It covers at least {@code level}, whatever the proportion.
     *
     * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}, {@code trials > 0}
     */
    public static Proportion clopperPearson(long successes, long trials, double level) {
        require(successes, trials);
        double tail = (1 - level) / 2;
        double low = successes == 0 ? 0 : betaQuantile(tail, (double) successes, trials - successes + 1.0);
        double high = successes == trials ? 1 : betaQuantile(1 - tail, successes + 1.0, (double) trials - successes);
        return new Proportion(low, high);
    }

    /**
     * The score interval of Wilson (J. Am. Stat. Assoc. 22:209, 1927), which covers {@code level} on average.
     *
     * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}, {@code trials > 0}
     */
    public static Proportion wilson(long successes, long trials, double level) {
        require(successes, trials);
        double z = Distributions.normalQuantile((1 + level) / 2);
        double n = trials;
        double p = successes / n;
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Proportion(
                successes == 0 ? 0 : Math.max(0, middle - half), successes == trials ? 1 : Math.min(1, middle + half));
    }

    private static void require(long successes, long trials) {
        if (successes < 0 || trials <= 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + " is no proportion");
        }
    }

    /** By bisection to the last bit: slower than Newton's steps, and it cannot leave (0, 1). */
    private static double betaQuantile(double probability, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (Beta.regularizedBeta(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
