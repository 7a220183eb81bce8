package org.kindlin.numerics.calibration;

import java.util.Optional;

/** What became of a calibration: a standard curve, or the reason why the calibrators determine none. */
public sealed interface CalibrationOutcome permits CalibrationFit, CalibrationOutcome.NotCalibrated {

    /**
     * No standard curve.
     *
     * @param reason in words that complete "no standard curve: ..."
     */
    record NotCalibrated(String reason) implements CalibrationOutcome {}

    /** The standard curve, where there is one. */
    default Optional<CalibrationFit> fit() {
        return this instanceof CalibrationFit fit ? Optional.of(fit) : Optional.empty();
    }
}
