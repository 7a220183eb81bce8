package org.kindlin.numerics.calibration;

/** The form of a standard curve: response as a function of concentration x. */
public enum CalibrationModel {
    /** intercept + slope x. */
    LINEAR(2),
    /** slope x: a straight line through the origin. */
    PROPORTIONAL(1),
    /** intercept + slope x + curvature x². */
    QUADRATIC(3),
    /** The four-parameter logistic curve. */
    FOUR_PARAMETER(4),
    /** The four-parameter logistic curve with an asymmetry (F. J. Richards, J. Exp. Bot. 10:290, 1959). */
    FIVE_PARAMETER(5);

    private final int parameters;

    CalibrationModel(int parameters) {
        this.parameters = parameters;
    }

    /** How many parameters are estimated. */
    public int parameters() {
        return parameters;
    }

    boolean isSigmoid() {
        return this == FOUR_PARAMETER || this == FIVE_PARAMETER;
    }
}
