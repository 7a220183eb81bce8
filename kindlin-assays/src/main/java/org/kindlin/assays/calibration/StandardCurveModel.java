package org.kindlin.assays.calibration;

import org.kindlin.numerics.calibration.CalibrationModel;

/** The form of a standard curve, as a protocol names it. */
public enum StandardCurveModel {
    LINEAR(CalibrationModel.LINEAR, "straight line"),
    PROPORTIONAL(CalibrationModel.PROPORTIONAL, "straight line through the origin"),
    QUADRATIC(CalibrationModel.QUADRATIC, "parabola"),
    _4PL(CalibrationModel.FOUR_PARAMETER, "four-parameter logistic curve"),
    _5PL(CalibrationModel.FIVE_PARAMETER, "five-parameter logistic curve");

    private final CalibrationModel model;
    private final String words;

    StandardCurveModel(CalibrationModel model, String words) {
        this.model = model;
        this.words = words;
    }

    CalibrationModel model() {
        return model;
    }

    /** The form in words. */
    public String words() {
        return words;
    }
}
