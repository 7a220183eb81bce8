package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a response analysis found.
 *
 * @param arms the reference first
 */
public record ResponseResult(ResponseData study, ResponseProtocol protocol, List<ArmResponse> arms)
        implements AnalysisResult {
    public ResponseResult {
        arms = List.copyOf(arms);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        subjects.addAll(new TrialReport(study, protocol).results(arms));
        subjects.addAll(comparisons());
        if (!study.findings().isEmpty()) {
            subjects.add(new SubjectResult(
                    Map.of("assessment", "RECIST 1.1"), List.of(), List.of(), List.of(), study.findings()));
        }
        study.patients().stream()
                .filter(patient -> !patient.visits().isEmpty())
                .forEach(patient -> subjects.add(patient(patient)));
        return subjects;
    }

    /** Arms against the reference; separate trials are not compared. */
    List<SubjectResult> comparisons() {
        return study.areTrials()
                ? List.of()
                : arms.stream()
                        .skip(1)
                        .map(arm -> RateComparison.of(arm, arms.getFirst()))
                        .toList();
    }

    /** Per patient, so that every judgement can be checked. */
    private SubjectResult patient(Patient patient) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("patient", patient.id());
        subject.put("best", patient.best().code());
        List<Estimate> estimates = new ArrayList<>();
        patient.bestChange()
                .ifPresent(change -> estimates.add(
                        Estimate.descriptive("bestChange", change, "%", "least sum of diameters against baseline")));
        patient.progressionFree()
                .ifPresent(span -> estimates.add(Estimate.descriptive(
                        "progressionFree", span.time(), "d", span.isEvent() ? span.why() : "censored: " + span.why())));
        patient.duration()
                .ifPresent(span -> estimates.add(Estimate.descriptive(
                        "duration", span.time(), "d", span.isEvent() ? span.why() : "censored: " + span.why())));
        return new SubjectResult(subject, estimates, List.of(), List.of(), List.of());
    }

    @Override
    public List<String> verdicts() {
        return ResponseVerdicts.of(this);
    }

    @Override
    public List<Exclusion> exclusions() {
        return study.exclusions();
    }

    @Override
    public List<DataPoint> data() {
        return study.points();
    }

    @Override
    public String methods() {
        return ResponseMethods.of(this);
    }
}
