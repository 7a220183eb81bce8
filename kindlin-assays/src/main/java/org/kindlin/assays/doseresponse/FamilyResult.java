package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/**
 * All that was found about one curve under a model of any family, or under several.
 *
 * @param curve the curve reported; empty where none could be fitted
 * @param midpoint the verdict on the dose of half of full effect
 * @param table the models compared, where there were several
 */
record FamilyResult(
        CurveData data,
        CurveProtocol protocol,
        Optional<FamilyCurve> curve,
        MidpointVerdict midpoint,
        SubjectResult result,
        Optional<ModelTable> table) {

    /** The same with more to know about it. */
    FamilyResult with(List<Warning> more) {
        return more.isEmpty() ? this : new FamilyResult(data, protocol, curve, midpoint, result.with(more), table);
    }
}
