package org.kindlin.numerics.mixed;

import org.kindlin.numerics.statistics.Distributions;

/**
 * A linear combination of fixed effects.
 *
 * @param df degrees of freedom of its t distribution; infinite for the normal
 */
public record Contrast(double value, double standardError, double df) {

    /** value / standard error. */
    public double statistic() {
        return value / standardError;
    }

    /** Two-sided p-value. */
    public double p() {
        double t = Math.abs(statistic());
        return Double.isFinite(df)
                ? Distributions.studentTwoSided(t, df)
                : Math.min(1, 2 * Distributions.normalUpperTail(t));
    }

    /** One-sided p-value of the alternative that the combination is below zero. */
    public double pBelow() {
        return statistic() < 0 ? p() / 2 : 1 - p() / 2;
    }

    /** Half the width of the two-sided interval of this level. */
    public double margin(double level) {
        double upper = (1 + level) / 2;
        return standardError
                * (Double.isFinite(df)
                        ? Distributions.studentQuantile(upper, df)
                        : Distributions.normalQuantile(upper));
    }

    public double low(double level) {
        return value - margin(level);
    }

    public double high(double level) {
        return value + margin(level);
    }
}
