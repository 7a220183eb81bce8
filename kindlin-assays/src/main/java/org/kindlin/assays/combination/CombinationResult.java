package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.combination.NullModel;
import org.kindlin.numerics.combination.Synergy;

/**
 * What a combination analysis found.
 *
 * @param matrices in the order of the files
 * @param data every row with a response
 * @param quality of the plates; of tidy tables none
 */
public record CombinationResult(
        List<MatrixResult> matrices,
        CombinationProtocol protocol,
        List<DataPoint> data,
        List<Exclusion> exclusions,
        QualityControl quality)
        implements AnalysisResult {
    private static final double PERCENT = 100;
    private static final String METHOD = "parametric bootstrap";

    public CombinationResult {
        matrices = List.copyOf(matrices);
        data = List.copyOf(data);
        exclusions = List.copyOf(exclusions);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        for (MatrixResult matrix : matrices) {
            subjects.add(whole(matrix));
            matrix.agents().forEach(agent -> subjects.add(agent.result()));
            subjects.addAll(cells(matrix));
        }
        quality.plates()
                .forEach(plate -> subjects.add(
                        plate.result(Map.of("plate", plate.measured().name()))));
        subjects.addAll(quality.campaignResults());
        return subjects;
    }

    @Override
    public List<String> verdicts() {
        return matrices.stream()
                .flatMap(matrix -> CombinationVerdicts.of(matrix, protocol).stream())
                .toList();
    }

    @Override
    public String methods() {
        return CombinationMethods.of(protocol, quality);
    }

    /** The name of a null model's departure among estimates. */
    static String estimateName(NullModel model) {
        return switch (model) {
            case HSA -> "hsaExcess";
            case BLISS -> "blissExcess";
            case LOEWE -> "loeweExcess";
            case ZIP -> "zipDelta";
        };
    }

    private SubjectResult whole(MatrixResult matrix) {
        List<Estimate> estimates = new ArrayList<>();
        List<HypothesisTest> tests = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (NullModel model : protocol.models()) {
            if (matrix.synergies().isEmpty()) {
                estimates.add(Estimate.notEstimable(estimateName(model), "%", protocol.level(), METHOD));
                continue;
            }
            Synergy synergy = matrix.synergy(model);
            estimates.add(estimate(model, synergy.mean()));
            tests.add(new HypothesisTest(
                    estimateName(model),
                    synergy.mean().value() / synergy.mean().standardError(),
                    null,
                    null,
                    synergy.mean().p()));
        }
        if (matrix.synergies().isEmpty()) {
            boolean repeated = matrix.matrix().cells().stream().anyMatch(cell -> cell.replicates() > 1);
            warnings.add(new Warning(
                    repeated ? "replicates-equal" : "no-replicates",
                    (repeated
                                    ? "Replicates of a dose pair are the same number throughout (copied rows?)"
                                    : "No dose pair was measured twice")
                            + ", so the scatter is unknown and no excess (blissExcess, hsaExcess, loeweExcess, zipDelta) can be"
                            + " told from chance."));
        }
        return new SubjectResult(agents(matrix), estimates, tests, List.of(), warnings);
    }

    private List<SubjectResult> cells(MatrixResult matrix) {
        List<SubjectResult> cells = new ArrayList<>();
        if (matrix.synergies().isEmpty()) {
            return cells;
        }
        List<Synergy.Departure> order = matrix.synergies().getFirst().cells();
        for (int i = 0; i < order.size(); i++) {
            Map<String, String> subject = agents(matrix);
            subject.put("dose", DoseText.of(order.get(i).cell().firstDose(), protocol.firstUnit()));
            subject.put("dose2", DoseText.of(order.get(i).cell().secondDose(), protocol.secondUnit()));
            List<Estimate> estimates = new ArrayList<>();
            estimates.add(Estimate.descriptive(
                    "inhibition", PERCENT * order.get(i).cell().mean(), "%", "mean of replicates"));
            for (Synergy synergy : matrix.synergies()) {
                estimates.add(estimate(synergy.model(), synergy.cells().get(i).departure()));
            }
            cells.add(new SubjectResult(subject, estimates, List.of(), List.of(), List.of()));
        }
        return cells;
    }

    private Map<String, String> agents(MatrixResult matrix) {
        Map<String, String> subject = new LinkedHashMap<>(matrix.subject());
        subject.put("compound", protocol.first());
        subject.put("compound2", protocol.second());
        return subject;
    }

    private Estimate estimate(NullModel model, Synergy.Interval departure) {
        return Estimate.of(
                estimateName(model),
                PERCENT * departure.value(),
                "%",
                PERCENT * departure.low(),
                PERCENT * departure.high(),
                protocol.level(),
                PERCENT * departure.standardError(),
                METHOD);
    }
}
