package org.kindlin.numerics.statistics;

/** Estimates of the ratio of two expected values. */
public final class RatioEstimate {
    private RatioEstimate() {}

    /**
     * Beale's estimate of E a / E b. The ratio a/b of estimates is biased: E(a/b) is the ratio times 1 + Var b/b² - Cov(a, b)/(ab) to
     * second order, so it is multiplied by (1 + Cov/(ab)) / (1 + Var b/b²).
     *
     * <p>E. M. L. Beale, Industrial Organisation 31:27-28 (1962); M. Tin, J. Am. Stat. Assoc. 60:294-307 (1965).
     *
     * @param a unbiased estimate of the numerator
     * @param b unbiased estimate of the denominator, not zero
     */
    public static double beale(double a, double b, double varianceB, double covariance) {
        return (a / b + covariance / (b * b)) / (1 + varianceB / (b * b));
    }
}
