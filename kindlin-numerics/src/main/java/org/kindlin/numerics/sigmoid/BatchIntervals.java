package org.kindlin.numerics.sigmoid;

/**
 * Curves fitted by {@link SigmoidBatch} and the profile interval of log10 ic50 of each. Do not write to the arrays.
 *
 * @param low {@code -Infinity} where the profile never crosses below, or the curve is not estimable
 * @param high {@code +Infinity} where the profile never crosses above, or the curve is not estimable
 * @param level confidence level, both sides together
 */
@SuppressWarnings("ArrayRecordComponent")
public record BatchIntervals(BatchFits fits, double[] low, double[] high, double level) {

    /** The interval of one of the curves. */
    public ProfileInterval interval(int curve) {
        return new ProfileInterval(low[curve], high[curve], level);
    }
}
