package org.kindlin.assays.viability;

import org.kindlin.numerics.statistics.Descriptive;

/**
 * The mean signal of some control wells.
 *
 * @param error its standard error; 0 where it is taken as exact
 * @param df degrees of freedom of the error; 0 where it is taken as exact
 * @param wells how many; 0 where nothing was measured
 */
record ControlMean(double mean, double error, int df, int wells) {
    /** A signal of zero by definition. */
    static final ControlMean ZERO = new ControlMean(0, 0, 0, 0);

    /** The mean of at least one well; exact where there is one only, as nothing says how it scatters. */
    static ControlMean of(double[] signals) {
        int n = signals.length;
        double error = n < 2 ? 0 : Descriptive.standardDeviation(signals) / Math.sqrt(n);
        return new ControlMean(Descriptive.mean(signals), error, n - 1, n);
    }

    ControlMean shifted(double by) {
        return new ControlMean(mean + by, error, df, wells);
    }
}
