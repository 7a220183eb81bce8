package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a survival analysis found.
 *
 * @param arms the reference first
 */
public record SurvivalResult(
        SurvivalData study,
        SurvivalProtocol protocol,
        List<ArmReport> arms,
        ArmComparison comparison,
        CoxReport cox,
        CompetingReport competing,
        CombinationReport combination)
        implements AnalysisResult {

    public SurvivalResult {
        arms = List.copyOf(arms);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        arms.forEach(arm -> subjects.addAll(arm.results()));
        subjects.addAll(comparison.results());
        subjects.addAll(cox.results());
        subjects.addAll(competing.results());
        subjects.addAll(combination.results());
        if (!study.findings().isEmpty() && !subjects.isEmpty()) {
            subjects.set(0, subjects.getFirst().with(study.findings()));
        }
        return subjects;
    }

    @Override
    public List<String> verdicts() {
        return SurvivalVerdicts.of(this);
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
        return SurvivalMethods.of(this);
    }
}
