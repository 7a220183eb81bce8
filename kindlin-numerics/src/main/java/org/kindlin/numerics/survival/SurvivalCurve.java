package org.kindlin.numerics.survival;

import org.kindlin.numerics.statistics.Distributions;

/**
 * An estimated survival curve: one entry for each distinct time at which a subject left.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param time distinct times of events and censorings, ascending
 * @param atRisk subjects at risk just before
 * @param events at that time
 * @param censored at that time, after the events
 * @param survival the product-limit estimate after that time
 * @param logVariance Greenwood's sum d / (n (n - d)): the variance of log survival; infinite once survival is zero
 * @param hazard the Nelson-Aalen cumulative hazard
 * @param hazardVariance its variance, the sum of d / n²
 */
public record SurvivalCurve(
        double[] time,
        int[] atRisk,
        int[] events,
        int[] censored,
        double[] survival,
        double[] logVariance,
        double[] hazard,
        double[] hazardVariance) {
    private static final double TOLERANCE =
            1.4901161193847656e-8; // of a level stretch: the root of the machine epsilon

    public int size() {
        return time.length;
    }

    /** The survival at a time: right-continuous, 1 before the first event. */
    public double at(double t) {
        int i = indexAt(t);
        return i < 0 ? 1 : survival[i];
    }

    /** The last entry at or before a time; -1 before the first. */
    public int indexAt(double t) {
        int low = 0;
        int high = time.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] <= t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Standard error of the survival (Greenwood 1926); NaN once survival is zero. */
    public double standardError(int i) {
        return survival[i] * Math.sqrt(logVariance[i]);
    }

    /** The lower pointwise limit; NaN where the scale has none. */
    public double lower(int i, BandTransform transform, double level) {
        return limit(i, transform, -Distributions.normalQuantile(0.5 + level / 2));
    }

    /** The upper pointwise limit; NaN where the scale has none. */
    public double upper(int i, BandTransform transform, double level) {
        return limit(i, transform, Distributions.normalQuantile(0.5 + level / 2));
    }

    private double limit(int i, BandTransform transform, double z) {
        return transform.limit(survival[i], z * Math.sqrt(logVariance[i]));
    }

    /**
     * The time by which a proportion has had the event, with limits by inverting the pointwise band (Brookmeyer and
     * Crowley, Biometrics 38:29, 1982).
     */
    public SurvivalQuantile quantile(double proportion, QuantileRule rule, BandTransform transform, double level) {
        double[] low = new double[size()];
        double[] high = new double[size()];
        for (int i = 0; i < size(); i++) {
            low[i] = lower(i, transform, level);
            high[i] = upper(i, transform, level);
        }
        return new SurvivalQuantile(
                proportion,
                crossing(survival, proportion, rule),
                crossing(low, proportion, rule),
                crossing(high, proportion, rule));
    }

    /** Where a curve first falls to 1 - proportion; NaN where it never does. */
    private double crossing(double[] curve, double proportion, QuantileRule rule) {
        double wanted = 1 - proportion;
        for (int i = 0; i < curve.length; i++) {
            if (!(curve[i] <= wanted + TOLERANCE)) {
                continue;
            }
            boolean level = curve[i] >= wanted - TOLERANCE;
            return level && rule == QuantileRule.MIDPOINT ? (time[i] + end(curve, i)) / 2 : time[i];
        }
        return Double.NaN;
    }

    /** The end of the level stretch that begins at an entry: the next fall, or the last time of all. */
    private double end(double[] curve, int from) {
        for (int i = from + 1; i < curve.length; i++) {
            if (curve[i] < curve[from]) {
                return time[i];
            }
        }
        return time[time.length - 1];
    }
}
