package org.kindlin.lab.doseresponse;

import java.util.List;
import org.kindlin.lab.Truth.TrueValue;

/** A four-parameter logistic curve: y = bottom + (top − bottom) / (1 + (dose / ic50)^hillSlope), doses in nM. */
record TrueCurve(double ic50, double hillSlope, double top, double bottom) {

    double at(double dose) {
        return bottom + (top - bottom) / (1 + StrictMath.pow(dose / ic50, hillSlope));
    }

    List<TrueValue> values() {
        return List.of(
                new TrueValue("ic50", ic50, "nM"),
                new TrueValue("hillSlope", hillSlope, ""),
                new TrueValue("top", Math.max(top, bottom), ""),
                new TrueValue("bottom", Math.min(top, bottom), ""));
    }
}
