package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

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
        CombinationReport combination,
        DigitisedReport reconstruction)
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
        if (!subjects.isEmpty()) {
            subjects.set(0, subjects.getFirst().with(study.findings()).with(arrive()));
        }
        if (!isReconstructed()) {
            return subjects;
        }
        List<SubjectResult> labelled =
                new ArrayList<>(subjects.stream().map(DigitisedReport::label).toList());
        labelled.addAll(reconstruction.results());
        return labelled;
    }

    /** Whether the times were worked out from digitised curves. */
    boolean isReconstructed() {
        return !study.digitised().isEmpty();
    }

    /** Whether ARRIVE's items belong in the report: as stated, else where a column names animals or items were stated. */
    boolean isAnimalStudy() {
        boolean isLikely = study.hasAnimals() || !protocol.arrive().isEmpty();
        return !arms.isEmpty()
                && protocol.subjects()
                        .map(stated -> stated == SurvivalProtocol.Subjects.ANIMALS)
                        .orElse(isLikely);
    }

    private List<Warning> arrive() {
        List<String> missing = ArriveItem.missing(protocol.arrive());
        return !isAnimalStudy() || missing.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "arrive-missing",
                        "Of ARRIVE 2.0's essential ten these are not stated: " + String.join("; ", missing) + "."));
    }

    @Override
    public List<Attachment> attachments() {
        return isReconstructed() ? List.of(DigitisedReport.times(study)) : List.of();
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
