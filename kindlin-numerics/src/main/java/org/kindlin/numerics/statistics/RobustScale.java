package org.kindlin.numerics.statistics;

import java.util.Arrays;

/**
 * The residual standard deviation of a fit, estimated so that a few outliers do not matter.
 *
 * <p>1.4826 × the median of the largest n − p + 1 absolute residuals, where p parameters were fitted: leaving out the
 * p − 1 smallest corrects for the residuals a fit makes small by construction (P. W. Holland and R. E. Welsch, Commun.
 * Stat. Theory Methods 6:813-827, 1977).
 */
public final class RobustScale {
    private RobustScale() {}

    /** The robust scale of these residuals after fitting this many parameters; more residuals than parameters. */
    public static double ofResiduals(double[] residuals, int parameters) {
        if (residuals.length <= parameters) {
            throw new IllegalArgumentException(
                    residuals.length + " residuals of " + parameters + " parameters have no scale");
        }
        double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        return Descriptive.MAD_TO_SD
                * Descriptive.median(Arrays.copyOfRange(sizes, Math.max(0, parameters - 1), sizes.length));
    }
}
