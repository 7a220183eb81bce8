package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.SigmoidSpec;

/** Which sigmoid is fitted. */
public enum CurveModel {
    /** Mid-point, slope and top; bottom fixed at zero. */
    _3PL("three-parameter logistic (bottom fixed at 0)"),
    /** Mid-point, slope, top and bottom. */
    _4PL("four-parameter logistic"),
    /** The four-parameter curve with an exponent of asymmetry (Richards). */
    _5PL("five-parameter logistic");

    private final String title;

    CurveModel(String title) {
        this.title = title;
    }

    /** The model's name in words. */
    public String title() {
        return title;
    }

    SigmoidSpec spec() {
        return switch (this) {
            case _3PL -> SigmoidSpec.threeParameter();
            case _4PL -> SigmoidSpec.fourParameter();
            case _5PL -> SigmoidSpec.fiveParameter();
        };
    }
}
