package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** Conditions with their indices, then fields. */
record TranswellSubjects(TranswellResult result, List<Condition> conditions, double level) {

    static List<SubjectResult> of(TranswellResult result) {
        TranswellSubjects subjects = new TranswellSubjects(
                result, result.conditions(), result.protocol().level());
        List<SubjectResult> all = new ArrayList<>();
        for (Condition condition : result.conditions()) {
            all.add(subjects.condition(condition));
        }
        result.fields().forEach(field -> all.add(field(field)));
        return all;
    }

    private SubjectResult condition(Condition condition) {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings =
                new ArrayList<>(condition.equals(conditions.getFirst()) ? TranswellFindings.of(result) : List.of());
        estimates.add(mean(result, condition));
        if (condition.inserts().size() == 1) {
            warnings.add(new Warning("single-insert", "one insert has no interval: its fields are no replicates"));
        }
        if (result.measured().isAbsorbance() && condition.mean() <= 0) {
            warnings.add(new Warning("below-blank", "the inserts absorb no more than those without cells"));
        }
        control(condition, warnings)
                .ifPresentOrElse(
                        control ->
                                estimates.add(TranswellIndex.of("migrationIndex", condition, control, level, warnings)),
                        () -> warnings.add(
                                new Warning("no-control", "no insert has the role control: there is no index")));
        bare(condition)
                .ifPresent(bare -> estimates.add(TranswellIndex.of("invasionIndex", condition, bare, level, warnings)));
        return new SubjectResult(condition.subject(), estimates, List.of(), List.of(), warnings);
    }

    /** The mean over inserts with its interval. */
    static Estimate mean(TranswellResult result, Condition condition) {
        boolean isAbsorbance = result.measured().isAbsorbance();
        String name = isAbsorbance ? "absorbance" : "count";
        double level = result.protocol().level();
        int inserts = condition.inserts().size();
        return condition
                .measured(level)
                .map(mean -> Estimate.of(
                        name,
                        mean.value(),
                        "",
                        isAbsorbance ? mean.low() : Math.max(0, mean.low()), // no number of cells is below zero
                        mean.high(),
                        level,
                        mean.own(),
                        "mean over " + inserts + " inserts"))
                .orElseGet(() -> Estimate.descriptive(name, condition.mean(), "", "one insert"));
    }

    private Optional<Condition> control(Condition condition, List<Warning> warnings) {
        List<Condition> controls = conditions.stream()
                .filter(other -> other.isControl() && other.membrane() == condition.membrane())
                .toList();
        if (controls.size() > 1) {
            warnings.add(new Warning(
                    "several-controls",
                    controls.size() + " conditions of this membrane are controls: the index is relative to "
                            + String.join(", ", controls.getFirst().subject().values())));
        }
        return controls.stream().findFirst();
    }

    /** The bare membrane of the same treatment, for one with matrix. */
    private Optional<Condition> bare(Condition condition) {
        if (condition.membrane() != Membrane.INVASION) {
            return Optional.empty();
        }
        Map<String, String> bare = new LinkedHashMap<>(condition.subject());
        bare.put("membrane", Membrane.MIGRATION.text());
        return conditions.stream().filter(other -> other.subject().equals(bare)).findFirst();
    }

    private static SubjectResult field(CountedField counted) {
        CellCounter.Cells cells = counted.cells();
        List<Warning> warnings = cells.isEmpty()
                ? List.of(new Warning("empty-field", "nothing stands out of this field: it counts as no cells"))
                : List.of();
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("insert", counted.field().insert().name());
        subject.put("field", counted.field().name());
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.descriptive(
                "count",
                cells.number(),
                "",
                cells.tops().size() + " hills of the distance to the background, " + cells.hidden()
                        + " more told by the area of clumps"));
        counted.field()
                .area()
                .ifPresent(area -> estimates.add(Estimate.descriptive(
                        "cellDensity", cells.number() / area, "1/mm2", "count over the field's area")));
        if (cells.smaller() > 0) {
            estimates.add(Estimate.descriptive(
                    "smallerObjects", cells.smaller(), "", "too small for cells of these fields, not counted"));
        }
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }
}
