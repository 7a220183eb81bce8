package org.kindlin.numerics.calibration;

import java.util.OptionalDouble;

/** A fitted standard curve, with what its calibrators say about it. Immutable; safe for concurrent use. */
public sealed interface CalibrationCurve permits PolynomialCalibration, SigmoidCalibration {

    /** The fitted response at a concentration. */
    double response(double concentration);

    /** The derivative of the response by the concentration; infinite at zero where a sigmoid begins upright. */
    double slope(double concentration);

    /**
     * The concentration at which the curve has this response, on the branch that holds the calibrators; negative where a
     * line is followed below zero, empty where the curve never gets there.
     */
    OptionalDouble concentration(double response);

    /**
     * The variance of the fitted response at a concentration, in units of the residual variance: {@code g'(J'WJ)^-1 g}.
     * Empty where the calibrators do not determine the curve.
     */
    OptionalDouble leverage(double concentration);

    /**
     * By how much the least weighted residual sum of squares grows when one more observation has to be explained as a
     * calibrator of this concentration. Zero where the curve already passes through it; for a model linear in its
     * parameters {@code (y - f(x))^2 / (1/weight + leverage(x))}.
     */
    double excess(double concentration, double response, double weight);

    /** The lowest concentration at which the curve may be read: minus infinity for a line, zero for a sigmoid. */
    double lowestReadable();

    /** The highest concentration at which the curve may be read: where a parabola turns, else infinity. */
    double highestReadable();
}
