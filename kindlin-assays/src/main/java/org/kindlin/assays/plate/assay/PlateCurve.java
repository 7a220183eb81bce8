package org.kindlin.assays.plate.assay;

import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.Estimate;

/** The curve of one plate by itself. */
public record PlateCurve(String plate, CurveResult curve) {

    public Estimate ic50() {
        return curve.result().estimate("ic50").orElseThrow();
    }
}
