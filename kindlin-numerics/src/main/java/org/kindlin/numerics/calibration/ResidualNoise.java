package org.kindlin.numerics.calibration;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The variance of one reading of weight one, and how well it is known.
 *
 * @param variance residual variance, not negative
 * @param df degrees of freedom, positive
 */
public record ResidualNoise(double variance, double df) {

    public ResidualNoise {
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY) || !(df > 0)) {
            throw new IllegalArgumentException("variance " + variance + " with " + df + " degrees of freedom");
        }
    }

    /** That of the calibrators about their curve; empty without degrees of freedom. */
    public static Optional<ResidualNoise> of(CalibrationFit fit) {
        OptionalDouble variance = fit.residualVariance();
        return variance.isPresent()
                ? Optional.of(new ResidualNoise(variance.getAsDouble(), fit.degreesOfFreedom()))
                : Optional.empty();
    }

    /** Pooled with a further weighted sum of squares, such as the scatter of specimens' replicates. */
    public ResidualNoise pooled(double sumOfSquares, double furtherDf) {
        double total = df + furtherDf;
        return new ResidualNoise((variance * df + sumOfSquares) / total, total);
    }
}
