package org.kindlin.numerics.survival;

/**
 * A quantile of the time to the event; NaN stands for "not reached".
 *
 * @param proportion who have had the event by then
 * @param low where the lower band crosses
 * @param high where the upper band crosses
 */
public record SurvivalQuantile(double proportion, double time, double low, double high) {
    public boolean isReached() {
        return !Double.isNaN(time);
    }
}
