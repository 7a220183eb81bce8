package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.LogRatio;

/**
 * Everything found about the inserts.
 *
 * @param blank absorbance of inserts without cells; zero where there are none or cells were counted
 */
public record TranswellResult(
        TranswellProtocol protocol,
        TranswellData measured,
        List<CountedField> fields,
        List<InsertValue> inserts,
        List<Condition> conditions,
        double blank)
        implements AnalysisResult {
    public TranswellResult {
        fields = List.copyOf(fields);
        inserts = List.copyOf(inserts);
        conditions = List.copyOf(conditions);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> all = new ArrayList<>();
        conditions.forEach(condition -> all.add(condition(condition)));
        fields.forEach(field -> all.add(field(field)));
        return all;
    }

    private String quantity() {
        return measured.isAbsorbance() ? "absorbance" : "count";
    }

    private SubjectResult condition(Condition condition) {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings =
                new ArrayList<>(condition.equals(conditions.getFirst()) ? measured.findings() : List.of());
        String method = "mean over " + condition.inserts().size() + " inserts";
        Optional<Double> half = condition.halfWidth(protocol.level());
        double mean = condition.mean();
        estimates.add(half.map(width -> Estimate.of(
                        quantity(), mean, "", mean - width, mean + width, protocol.level(), Double.NaN, method))
                .orElse(Estimate.descriptive(quantity(), mean, "", "one insert")));
        if (half.isEmpty()) {
            warnings.add(new Warning("single-insert", "one insert has no interval: its fields are no replicates"));
        }
        control(condition)
                .ifPresentOrElse(
                        control -> estimates.add(index("migrationIndex", condition, control, warnings)),
                        () -> warnings.add(
                                new Warning("no-control", "no insert has the role control: there is no index")));
        migrating(condition).ifPresent(other -> estimates.add(index("invasionIndex", condition, other, warnings)));
        return new SubjectResult(condition.subject(), estimates, List.of(), List.of(), warnings);
    }

    private Optional<Condition> control(Condition condition) {
        return conditions.stream()
                .filter(other -> other.isControl() && other.membrane().equals(condition.membrane()))
                .findFirst();
    }

    /** The bare membrane of the same treatment, for one with matrix. */
    private Optional<Condition> migrating(Condition condition) {
        if (!condition.membrane().equals("invasion")) {
            return Optional.empty();
        }
        Map<String, String> bare = new LinkedHashMap<>(condition.subject());
        bare.put("membrane", "migration");
        return conditions.stream().filter(other -> other.subject().equals(bare)).findFirst();
    }

    private Estimate index(String name, Condition condition, Condition other, List<Warning> warnings) {
        Optional<LogRatio> ratio = condition.equals(other) ? Optional.empty() : condition.over(other, protocol.level());
        if (ratio.isPresent()) {
            return Estimate.ofRatio(name, ratio.get(), "ratio of geometric means over inserts");
        }
        if (!(other.mean() > 0)) {
            warnings.add(new Warning("no-cells", name + " is not known: what it is relative to has no cells"));
            return Estimate.notEstimable(name, "1", protocol.level(), "ratio of means");
        }
        return Estimate.descriptive(
                name, condition.mean() / other.mean(), "1", "ratio of means, too few inserts for an interval");
    }

    private SubjectResult field(CountedField field) {
        List<Warning> warnings = field.cells().isEmpty()
                ? List.of(new Warning("empty-field", "nothing stands out of this field: it counts as no cells"))
                : List.of();
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("insert", field.field().insert().name());
        subject.put("field", field.field().name());
        return new SubjectResult(
                subject,
                List.of(Estimate.descriptive(
                        "count",
                        field.cells().number(),
                        "",
                        "hills of the distance to the background, and the area of clumps")),
                List.of(),
                List.of(),
                warnings);
    }

    @Override
    public List<String> verdicts() {
        List<String> sentences = new ArrayList<>();
        for (SubjectResult subject : subjects()) {
            subject.estimate("migrationIndex")
                    .filter(index -> index.low() != null)
                    .ifPresent(index ->
                            sentences.add(String.join(", ", subject.subject().values()) + ": migration index "
                                    + Prose.estimate(index) + "."));
        }
        if (sentences.isEmpty() && !measured.isAbsorbance()) {
            int cells =
                    fields.stream().mapToInt(field -> field.cells().number()).sum();
            sentences.add(
                    cells + " cells were counted in " + fields.size() + (fields.size() == 1 ? " field." : " fields."));
        }
        return sentences;
    }

    @Override
    public List<Exclusion> exclusions() {
        return List.of();
    }

    @Override
    public List<DataPoint> data() {
        List<DataPoint> points = new ArrayList<>();
        for (CountedField field : fields) {
            points.add(point(
                    field.field().path(),
                    field.field().name(),
                    field.field().insert(),
                    field.cells().number()));
        }
        for (TranswellData.Reading reading : measured.readings()) {
            points.add(point(reading.path(), reading.place(), reading.insert(), reading.value()));
        }
        return points;
    }

    private DataPoint point(String path, String place, Insert insert, double value) {
        Map<String, String> subject = new LinkedHashMap<>(insert.condition(protocol.doseUnit()));
        subject.put("insert", insert.name());
        return new DataPoint(
                path,
                "",
                place,
                subject,
                insert.isControl() ? "control" : insert.isBlank() ? "blank" : "sample",
                Amount.of(insert.dose(), protocol.doseUnit()),
                Amount.of(value, ""),
                Amount.none(""),
                "");
    }

    @Override
    public String methods() {
        String counting = measured.isAbsorbance()
                ? "The mean absorbance of inserts without cells was subtracted (" + Prose.number(blank) + "). "
                : "Cells were counted as the hills of the smoothed distance to the background, after Otsu's threshold on the"
                        + " picture smoothed over one pixel; a clump holds at least one for every area of a typical single"
                        + " cell (the last from 0.7 of it on). Objects below "
                        + Prose.number(100 * protocol.leastArea()) + " % of the typical cell's area do not count. ";
        return counting
                + "Fields are averaged within their insert; inserts are the replicates. Indices are ratios of geometric means"
                + " over inserts with Welch's interval of the difference of logarithms: migrationIndex to the control of the"
                + " same membrane, invasionIndex to the bare membrane under the same treatment.";
    }
}
