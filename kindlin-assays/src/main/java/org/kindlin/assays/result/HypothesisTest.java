package org.kindlin.assays.result;

import org.jspecify.annotations.Nullable;

/**
 * A hypothesis test and its outcome.
 *
 * @param name the test's name in the field ({@code extra-sum-of-squares-F})
 * @param statistic value of the test statistic
 * @param df degrees of freedom (the numerator's for an F test); null where it has none
 * @param df2 denominator degrees of freedom of an F test; null otherwise
 * @param p two-sided p-value unless the name says otherwise
 */
public record HypothesisTest(
        String name,
        double statistic,
        @Nullable Double df,
        @Nullable Double df2,
        double p) {

    public HypothesisTest {
        if (!Double.isFinite(statistic) || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(name + ": statistic " + statistic + ", p " + p + " is no test result");
        }
    }
}
