package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * All that was found about one curve: what the record keeps, and what its figure needs.
 *
 * @param data what was fitted
 * @param fitted the curve; empty where none could be fitted, and a warning of the result says why
 * @param midpoint the verdict on {@code ic50}
 * @param absolute the verdict on {@code ic50-absolute}
 * @param result estimates, tests, quality and warnings
 */
public record CurveResult(
        CurveData data,
        CurveProtocol protocol,
        Optional<FittedCurve> fitted,
        MidpointVerdict midpoint,
        MidpointVerdict absolute,
        SubjectResult result) {

    /** The same with more to know about it. */
    CurveResult with(List<Warning> more) {
        return more.isEmpty() ? this : new CurveResult(data, protocol, fitted, midpoint, absolute, result.with(more));
    }

    /** The same curve with more said of it. */
    CurveResult with(SubjectResult other) {
        return new CurveResult(data, protocol, fitted, midpoint, absolute, other);
    }

    /** Whether the data are described as well by a horizontal line: then no curve should be drawn through them. */
    public boolean isFlat() {
        return fitted.map(curve -> curve.flatTest()
                        .map(test -> test.p() >= 1 - protocol.inference().level())
                        .orElse(false))
                .orElse(true);
    }

    /** The mean of all responses: the horizontal line of a flat curve. */
    public double meanResponse() {
        return Descriptive.mean(
                data.observations().stream().mapToDouble(Observation::response).toArray());
    }
}
