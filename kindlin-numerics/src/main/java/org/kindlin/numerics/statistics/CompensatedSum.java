package org.kindlin.numerics.statistics;

/**
 * A running sum with Neumaier's compensation: the rounding error of every addition is kept and added at the end (A.
 * Neumaier, Z. Angew. Math. Mech. 54:39-51, 1974). The error is that of one rounding unless the terms cancel by more
 * than 10¹⁵.
 */
public final class CompensatedSum {
    private double sum;
    private double lost;

    /** Adds one finite term. */
    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** The sum so far. */
    public double value() {
        return sum + lost;
    }

    /** The sum of these terms, in their order. */
    public static double of(double... terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }
}
