package org.kindlin.assays.event.gating;

import java.util.Optional;
import org.kindlin.assays.event.PseudoInverse;

/**
 * The inverse of the covariance of an ellipsoid gate. It is taken of the matrix in units of the deviations, so that dimensions
 * as unlike as forward scatter (variances of 1e10) and a logicle scale (1e-4) are no hindrance.
 *
 * <p>Documents hold matrices that are no covariances, neither symmetric nor positive definite (the compliance tests do): the
 * distance is defined for every matrix that has an inverse.
 */
final class EllipsoidForm {
    private EllipsoidForm() {}

    /** The inverse; empty where there is none, to twelve digits. */
    static Optional<double[][]> of(double[][] covariance) {
        int n = covariance.length;
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = Math.sqrt(Math.abs(covariance[i][i]));
            unit[i] = unit[i] > 0 ? unit[i] : 1;
        }
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i][j] = covariance[i][j] / unit[i] / unit[j];
            }
        }
        if (!PseudoInverse.exists(scaled)) {
            return Optional.empty();
        }
        double[][] inverse = PseudoInverse.of(scaled);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = inverse[i][j] / unit[i] / unit[j];
            }
        }
        return Optional.of(inverse);
    }
}
