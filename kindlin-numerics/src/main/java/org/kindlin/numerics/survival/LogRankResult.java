package org.kindlin.numerics.survival;

import org.kindlin.numerics.statistics.Distributions;

/**
 * Outcome of a test of the log-rank family.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param observed weighted events by arm
 * @param expected weighted events expected without a difference
 * @param covariance of observed less expected
 */
public record LogRankResult(double[] observed, double[] expected, double[][] covariance) {

    /** Chi-squared of any difference; zero where no event time has two arms at risk. */
    public double chiSquared() {
        double[] difference = new double[observed.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = observed[i] - expected[i];
        }
        return QuadraticForm.of(covariance, difference).value();
    }

    /** Degrees of freedom: the rank of the covariance. */
    public int degreesOfFreedom() {
        return QuadraticForm.of(covariance, new double[observed.length]).rank();
    }

    public double p() {
        int df = degreesOfFreedom();
        return df == 0 ? 1 : Distributions.chiSquaredUpperTail(chiSquared(), df);
    }

    /** Standard normal deviate of a trend over scores; positive where high scores have more events than expected. */
    public double trend(double[] scores) {
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += scores[i] * (observed[i] - expected[i]);
            for (int j = 0; j < scores.length; j++) {
                variance += scores[i] * scores[j] * covariance[i][j];
            }
        }
        return variance > 0 ? sum / Math.sqrt(variance) : 0;
    }
}
