package org.kindlin.numerics.mixed;

/**
 * The rows of one subject: what was measured on one animal.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param response one number a row
 * @param fixed rows of the fixed effects' design, one column a coefficient
 * @param random rows of the random effects' design, one column a random effect
 * @param time when each row was measured, increasing; used by a serial correlation and by a power variance
 * @param stratum which variance each row has, from 0; used by a variance of each stratum
 */
public record Subject(double[] response, double[][] fixed, double[][] random, double[] time, int[] stratum) {

    public Subject {
        int rows = response.length;
        if (rows == 0
                || fixed.length != rows
                || random.length != rows
                || time.length != rows
                || stratum.length != rows) {
            throw new IllegalArgumentException("a subject needs as many rows of every kind as responses, at least one");
        }
    }

    /** A subject whose residuals are independent and of one variance. */
    public Subject(double[] response, double[][] fixed, double[][] random) {
        this(response, fixed, random, new double[response.length], new int[response.length]);
    }

    int rows() {
        return response.length;
    }
}
