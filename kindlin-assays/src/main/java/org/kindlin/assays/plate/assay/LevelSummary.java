package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One level of a plate whose map names levels but no concentrations: what replicates say without a dose.
 *
 * @param compound empty where the map names none
 * @param level name of the level
 * @param responses of its wells, row by row
 */
public record LevelSummary(
        String plate, TargetKind kind, String target, String compound, String level, double[] responses) {

    /** The levels of a block's sample wells without a concentration, in the order of the plate. */
    public static List<LevelSummary> of(ResponseBlock block) {
        Map<List<String>, List<Double>> groups = new LinkedHashMap<>();
        for (AssayWell well : block.block().wells(WellRole.SAMPLE)) {
            if (well.amount().isEmpty()) {
                groups.computeIfAbsent(List.of(well.compound(), well.level()), _ -> new ArrayList<>())
                        .add(block.response(well));
            }
        }
        List<LevelSummary> levels = new ArrayList<>();
        groups.forEach((name, responses) -> levels.add(new LevelSummary(
                block.block().plate(),
                block.kind(),
                block.block().target(),
                name.getFirst(),
                name.getLast(),
                responses.stream().mapToDouble(Double::doubleValue).toArray())));
        return levels;
    }

    /** Mean of the responses. */
    public double mean() {
        return Descriptive.mean(responses);
    }

    OptionalDouble standardDeviation() {
        return responses.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Descriptive.standardDeviation(responses));
    }

    /** The name of the level where it stands alone: compound and level, whichever are stated. */
    public String label() {
        return (compound + " " + level).strip();
    }

    /** Mean with its t interval, standard deviation, CV (of signals only) and number of wells. */
    public SubjectResult subject(String unit, double confidence) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("plate", plate);
        put(subject, kind.key(), target);
        put(subject, "compound", compound);
        put(subject, "level", level);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(WellMean.estimate("mean", responses, unit, confidence));
        standardDeviation().ifPresent(sd -> {
            estimates.add(Estimate.descriptive("sd", sd, unit, "sample standard deviation"));
            if (!unit.equals("%") && mean() > 0) {
                estimates.add(Estimate.descriptive("cv", 100 * sd / mean(), "%", "standard deviation over mean"));
            }
        });
        estimates.add(Estimate.descriptive("n", responses.length, "", "wells"));
        return new SubjectResult(subject, estimates, List.of(), List.of(), List.of());
    }

    private static void put(Map<String, String> subject, String key, String value) {
        if (!value.isEmpty()) {
            subject.put(key, value);
        }
    }
}
