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
 * @param curves one result per curve under a logistic model, in the order of the files
 * @param families one result per curve under other models; one of the two lists is empty
 * @param summaries of curves that repeat over a random factor
 * @param comparisons with the reference preparation
 * @param global the comparison of the global with the separate fits, where parameters were shared
 * @param data every row with a response, used or left out
 */
public record DoseResponseResult(
        List<CurveResult> curves,
        List<FamilyResult> families,
        List<SubjectResult> summaries,
        List<RelativePotency.Comparison> comparisons,
        Optional<SubjectResult> global,
        List<DataPoint> data,
        List<String> verdicts,
        List<Exclusion> exclusions,
        String methods)
        implements AnalysisResult {

    public DoseResponseResult {
        curves = List.copyOf(curves);
        families = List.copyOf(families);
        summaries = List.copyOf(summaries);
        comparisons = List.copyOf(comparisons);
        data = List.copyOf(data);
        verdicts = List.copyOf(verdicts);
        exclusions = List.copyOf(exclusions);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        global.ifPresent(subjects::add);
        comparisons.forEach(comparison -> subjects.add(comparison.result()));
        subjects.addAll(summaries);
        curves.forEach(curve -> subjects.add(curve.result()));
        families.forEach(family -> {
            subjects.add(family.result());
            family.table().ifPresent(table -> subjects.addAll(table.subjects()));
        });
        return subjects;
    }
}
