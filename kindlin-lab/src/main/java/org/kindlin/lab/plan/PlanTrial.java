package org.kindlin.lab.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.map.PlateMapWriter;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;

/** Performs a plan in the virtual lab and analyses what comes out, as often as asked, each time with another seed. */
public final class PlanTrial {
    private final Plan plan;
    private final PlannedLab lab;
    private final RawFile layout;

    public PlanTrial(Plan plan) {
        this.plan = plan;
        this.lab = PlannedLab.of(plan);
        String map = PlateMapWriter.write(plan.layout(), true);
        this.layout = new RawFile("layout.csv", map.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One interval beside the truth.
     *
     * @param subject what it is of
     * @param truth in nM or without unit, as the lab states it
     * @param low 0, or minus infinite, where open
     * @param high infinite where open
     */
    public record Trial(Map<String, String> subject, double truth, double low, double high) {
        public boolean covers() {
            return truth >= low && truth <= high;
        }
    }

    /** The intervals of one performance, in the order of the true subjects. */
    public List<Trial> run(long seed) {
        LabBatch batch = lab.perform(Settings.of(Map.of()), seed);
        List<SubjectResult> results = analyze(AssayRegistry.find(plan.assay()).orElseThrow(), batch.files())
                .subjects();
        List<Trial> trials = new ArrayList<>();
        for (Truth truth : batch.truth()) {
            trials.add(trial(truth, results));
        }
        return trials;
    }

    private <P, D, R extends AnalysisResult> R analyze(Assay<P, D, R> assay, List<LabFile> files) {
        Faults faults = new Faults();
        Resolved resolved = Settings.of(plan.use().analysis()).resolve(assay.keys(), faults);
        faults.throwIfAny();
        P protocol = assay.protocol(resolved, faults);
        faults.throwIfAny();
        List<InputFile> inputs = files.stream()
                .map(file -> new InputFile(new RawFile(file.name(), file.bytes()), Optional.of(layout), Map.of()))
                .toList();
        D data = assay.read(inputs, protocol, faults);
        faults.throwIfAny();
        return assay.analyze(data, protocol, plan.seed());
    }

    private Trial trial(Truth truth, List<SubjectResult> results) {
        Truth.TrueValue value = truth.values().stream()
                .filter(one -> one.name().equals(plan.use().estimate()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the lab states no true " + plan.use().estimate()));
        Optional<Estimate> found = results.stream()
                .filter(result ->
                        result.subject().entrySet().containsAll(truth.subject().entrySet()))
                .flatMap(result -> result.estimate(plan.use().estimate()).stream())
                .findFirst();
        double open = plan.use().width().open();
        double low = found.map(estimate -> limit(estimate, estimate.low(), value.unit(), open))
                .orElse(open);
        double high = found.map(estimate -> limit(estimate, estimate.high(), value.unit(), Double.POSITIVE_INFINITY))
                .orElse(Double.POSITIVE_INFINITY);
        return new Trial(truth.subject(), value.value(), low, high);
    }

    /** A limit in the unit of the truth; a censored value bounds on one side only. */
    private static double limit(
            Estimate estimate, @org.jspecify.annotations.Nullable Double limit, String unit, double open) {
        boolean censored = estimate.relation() != Relation.EQUAL;
        if (limit == null
                || (censored && (open == Double.POSITIVE_INFINITY) == (estimate.relation() == Relation.ABOVE))) {
            return open;
        }
        Optional<Unit> from = Unit.parse(estimate.unit());
        Optional<Unit> to = Unit.parse(unit);
        boolean same = estimate.unit().equals(unit) || from.isEmpty() || to.isEmpty();
        return same ? limit : limit * from.get().factor() / to.get().factor();
    }
}
