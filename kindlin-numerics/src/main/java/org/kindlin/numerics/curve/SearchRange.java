package org.kindlin.numerics.curve;

import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * What the limits of a search depend on.
 *
 * @param lowest common logarithm of the lowest dose above zero
 * @param highest common logarithm of the highest dose
 * @param largestResponse the largest size of a response
 */
public record SearchRange(double lowest, double highest, double largestResponse) {

    /** The range of data, which hold at least one dose above zero. */
    public static SearchRange of(SigmoidData data) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < data.size(); i++) {
            double logDose = data.logDose()[i];
            if (logDose > Double.NEGATIVE_INFINITY) {
                lowest = Math.min(lowest, logDose);
                highest = Math.max(highest, logDose);
            }
            largest = Math.max(largest, Math.abs(data.response()[i]));
        }
        return new SearchRange(lowest, highest, largest);
    }
}
