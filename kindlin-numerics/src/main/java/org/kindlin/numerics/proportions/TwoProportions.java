package org.kindlin.numerics.proportions;

import org.kindlin.numerics.statistics.Distributions;

/**
 * Two independent counts: x1 of n1 against x2 of n2.
 *
 * @param x1 from 0 to n1
 * @param x2 from 0 to n2
 */
public record TwoProportions(int x1, int n1, int x2, int n2) {
    public TwoProportions {
        if (x1 < 0 || x2 < 0 || x1 > n1 || x2 > n2 || n1 == 0 || n2 == 0) {
            throw new IllegalArgumentException(x1 + " of " + n1 + ", " + x2 + " of " + n2);
        }
    }

    public double difference() {
        return (double) x1 / n1 - (double) x2 / n2;
    }

    /** Limits of the difference from Wilson's limits of both (Newcombe, Stat Med 17:873, 1998, method 10). */
    public Range newcombe(double level) {
        double p1 = (double) x1 / n1;
        double p2 = (double) x2 / n2;
        Range first = ProportionInterval.WILSON.of(x1, n1, level);
        Range second = ProportionInterval.WILSON.of(x2, n2, level);
        return new Range(
                p1 - p2 - Math.hypot(p1 - first.low(), second.high() - p2),
                p1 - p2 + Math.hypot(first.high() - p1, p2 - second.low()));
    }

    /** Limits of the difference by inverting the score test (Miettinen and Nurminen, Stat Med 4:213, 1985). */
    public Range miettinenNurminen(double level) {
        double z = Distributions.normalQuantile(0.5 + level / 2);
        double at = difference();
        double low = at <= -1 ? -1 : Binomial.root(d -> z - score(d), -1, at);
        double high = at >= 1 ? 1 : Binomial.root(d -> -z - score(d), at, 1);
        return new Range(low, high);
    }

    /** The standardised distance of the difference from d, under the likeliest proportions that differ by d. */
    private double score(double d) {
        double n = n1 + n2;
        double p2 = restricted(d);
        double p1 = Math.clamp(p2 + d, 0, 1);
        double variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * n / (n - 1);
        double distance = difference() - d;
        return variance > 0 ? distance / Math.sqrt(variance) : Math.copySign(Double.MAX_VALUE, distance);
    }

    /** The second proportion of greatest likelihood where the first is d more: the root of a cubic. */
    private double restricted(double d) {
        double n = n1 + n2;
        double events = x1 + x2;
        double l2 = ((n1 + 2.0 * n2) * d - n - events) / (3 * n);
        double l1 = ((n2 * d - n - 2.0 * x2) * d + events) / n;
        double l0 = x2 * d * (1 - d) / n;
        double q = l2 * l2 * l2 - l1 * l2 / 2 + l0 / 2;
        double p = Math.copySign(Math.sqrt(Math.max(0, l2 * l2 - l1 / 3)), q);
        double cosine = p == 0 ? 0 : Math.clamp(q / (p * p * p), -1, 1);
        double angle = (Math.PI + StrictMath.acos(cosine)) / 3;
        return Math.clamp(2 * p * StrictMath.cos(angle) - l2, Math.max(0, -d), Math.min(1, 1 - d));
    }

    /** Chi-squared of equal proportions; with Yates's correction where asked for. */
    public double chiSquared(boolean corrected) {
        double n = n1 + n2;
        double events = x1 + x2;
        if (events == 0 || events == n) {
            return 0;
        }
        double cross = Math.abs((double) x1 * (n2 - x2) - (double) x2 * (n1 - x1));
        double reduced = Math.max(0, cross - (corrected ? Math.min(n / 2, cross) : 0));
        return n * reduced * reduced / ((double) n1 * n2 * events * (n - events));
    }

    /** Ratio of the odds; infinite or NaN where a count is empty. */
    public double oddsRatio() {
        return (double) x1 * (n2 - x2) / ((double) x2 * (n1 - x1));
    }

    /** Standard error of the log odds ratio (Woolf 1955). */
    public double logOddsRatioError() {
        return Math.sqrt(1.0 / x1 + 1.0 / (n1 - x1) + 1.0 / x2 + 1.0 / (n2 - x2));
    }

    /** Ratio of the proportions; infinite or NaN where the second count is empty. */
    public double riskRatio() {
        return ((double) x1 / n1) / ((double) x2 / n2);
    }
}
