package org.kindlin.numerics.statistics;

/**
 * A confidence set for the ratio of two quantities; an interval only where the denominator is told apart from zero.
 */
public sealed interface RatioInterval {
    /** The set is the interval from {@code low} to {@code high}. */
    record Bounded(double low, double high) implements RatioInterval {}

    /** The denominator may be zero: the set is everything outside the open interval from {@code low} to {@code high}. */
    record Exterior(double low, double high) implements RatioInterval {}

    /** Numerator and denominator may both be zero: every ratio is in the set. */
    record Everything() implements RatioInterval {}

    /**
     * Fieller's set for a/b: all ρ with (a − ρb)² ≤ t² Var(a − ρb), exact for normal estimates.
     *
     * <p>E. C. Fieller, J. R. Stat. Soc. B 16:175-185 (1954).
     *
     * @param a estimate of the numerator
     * @param b estimate of the denominator
     * @param varianceA variance of a
     * @param varianceB variance of b
     * @param covariance covariance of a and b
     * @param critical two-sided quantile t of the level, from Student's t or the normal
     */
    static RatioInterval fieller(
            double a, double b, double varianceA, double varianceB, double covariance, double critical) {
        double t2 = critical * critical;
        double quadratic = b * b - t2 * varianceB;
        double half = a * b - t2 * covariance;
        double constant = a * a - t2 * varianceA;
        double discriminant = half * half - quadratic * constant;
        if (quadratic == 0 || discriminant < 0) {
            // With a positive leading coefficient the discriminant is never negative: a/b itself is in the set.
            return new Everything();
        }
        // The larger root in size first; the other from their product, so that neither cancels.
        double first = half + Math.copySign(Math.sqrt(discriminant), half);
        double x = first / quadratic;
        double y = first == 0 ? 0 : constant / first;
        double low = Math.min(x, y);
        double high = Math.max(x, y);
        return quadratic > 0 ? new Bounded(low, high) : new Exterior(low, high);
    }
}
