package org.kindlin.assays.plate.quality;

import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.numerics.statistics.Distributions;

/**
 * One effect of where a well stands: how much higher it reads, as a share of what its replicates read.
 *
 * @param name as results call it ({@code edgeEffect})
 * @param check the check it is held to ({@code edge-effect})
 * @param share 0.05 is 5 % more signal in the outermost wells, or from the first to the last row or column
 * @param error its standard error
 * @param df residual degrees of freedom
 */
public record PositionEffect(String name, String check, double share, double error, int df) {
    static final double SIGNIFICANT = 0.01;
    private static final double MOST_PERCENT = 20;
    private static final String METHOD =
            "weighted regression of relative residuals of replicates on edge, row and column";

    /** The probability of an effect of at least this size where there is none; two-sided t. */
    public double p() {
        return error > 0 ? Distributions.studentTwoSided(share / error, df) : share == 0 ? 1 : 0;
    }

    /** Whether p is below 0.01. */
    public boolean isSignificant() {
        return p() < SIGNIFICANT;
    }

    /** Whether it is both significant and larger than 20 % of the signal (Assay Guidance Manual). */
    boolean isTooLarge() {
        return isSignificant() && Math.abs(percent()) > MOST_PERCENT;
    }

    double percent() {
        return 100 * share;
    }

    static String limit() {
        return "<= 20, or p >= 0.01";
    }

    Estimate estimate(double level) {
        double half = 100 * error * Distributions.studentQuantile(0.5 + level / 2, df);
        return Estimate.of(name, percent(), "%", percent() - half, percent() + half, level, 100 * error, METHOD);
    }

    HypothesisTest test() {
        return new HypothesisTest(check + "-t", error > 0 ? share / error : 0, (double) df, null, p());
    }
}
