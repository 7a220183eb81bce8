package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.curve.ErrorModel;

/** How responses scatter about the curve. */
public enum ErrorDistribution {
    NORMAL,
    /** Student's t with four degrees of freedom and unknown scale. */
    T4;

    ErrorModel model() {
        return switch (this) {
            case NORMAL -> ErrorModel.NORMAL;
            case T4 -> ErrorModel.STUDENT4;
        };
    }
}
