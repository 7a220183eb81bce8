package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a dose-response analysis found.
 *
 * @param curves one result per curve, in the order of the files
 * @param global the comparison of the global with the separate fits, where parameters were shared
 * @param data every row with a response, used or left out
 */
public record DoseResponseResult(
        List<CurveResult> curves,
        Optional<SubjectResult> global,
        List<DataPoint> data,
        List<String> verdicts,
        List<Exclusion> exclusions,
        String methods)
        implements AnalysisResult {

    public DoseResponseResult {
        curves = List.copyOf(curves);
        data = List.copyOf(data);
        verdicts = List.copyOf(verdicts);
        exclusions = List.copyOf(exclusions);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        global.ifPresent(subjects::add);
        curves.forEach(curve -> subjects.add(curve.result()));
        return subjects;
    }
}
