package org.kindlin.numerics.sigmoid;

import java.util.OptionalDouble;

/**
 * The fitted response at a dose, with the standard error of the curve there (delta method).
 *
 * @param standardError of the mean response; empty where the fit has no covariance
 */
public record Prediction(double value, OptionalDouble standardError, int degreesOfFreedom) {

    /** Half the width of the pointwise confidence band of the curve. */
    public OptionalDouble halfWidth(double level) {
        if (standardError.isEmpty()) {
            return OptionalDouble.empty();
        }
        double quantile = Quantiles.twoSided(level, degreesOfFreedom);
        return OptionalDouble.of(quantile * standardError.getAsDouble());
    }
}
