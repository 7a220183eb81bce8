package org.kindlin.numerics.growth;

/**
 * Volumes of one animal over time.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param time ascending, from the first reading on
 * @param logVolume natural logarithms
 */
public record GrowthCourse(double[] time, double[] logVolume) {
    public GrowthCourse {
        if (time.length != logVolume.length || time.length < 3) {
            throw new IllegalArgumentException("a course needs three readings");
        }
    }

    /** Sum of squares of residuals of a law from a start. */
    double squares(GrowthLaw law, double logStart) {
        GrowthLaw.LogCourse curve = law.from(logStart);
        double[] at = new double[3];
        double sum = 0;
        for (int i = 0; i < time.length; i++) {
            curve.at(time[i], at);
            double residual = logVolume[i] - at[0];
            sum += residual * residual;
        }
        return sum;
    }

    double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : logVolume) {
            largest = Math.max(largest, value);
        }
        return Math.exp(largest);
    }
}
