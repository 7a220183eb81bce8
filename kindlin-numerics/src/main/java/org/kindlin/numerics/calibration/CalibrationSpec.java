package org.kindlin.numerics.calibration;

/**
 * How a standard curve is fitted.
 *
 * @param onMeans whether the mean of each concentration counts as one observation, as some programs do, rather than each
 *     replicate
 */
public record CalibrationSpec(CalibrationModel model, CalibrationWeighting weighting, boolean onMeans) {

    public static CalibrationSpec of(CalibrationModel model) {
        return new CalibrationSpec(model, CalibrationWeighting.CONSTANT, false);
    }

    public CalibrationSpec with(CalibrationWeighting changed) {
        return new CalibrationSpec(model, changed, onMeans);
    }
}
