package org.kindlin.assays.plate.assay;

import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/** The mean of some wells with its Student t interval, which takes wells as independent. */
public final class WellMean {
    private WellMean() {}

    /** The mean of at least one value; without an interval where there is one only. */
    public static Estimate estimate(String name, double[] values, String unit, double level) {
        double mean = Descriptive.mean(values);
        if (values.length < 2) {
            return Estimate.descriptive(name, mean, unit, "one well");
        }
        double error = Descriptive.standardDeviation(values) / Math.sqrt(values.length);
        double half = error * Distributions.studentQuantile(0.5 + level / 2, values.length - 1);
        return Estimate.of(name, mean, unit, mean - half, mean + half, level, error, "mean of wells, Student t");
    }
}
