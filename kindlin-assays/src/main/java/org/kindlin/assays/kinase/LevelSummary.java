package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/**
 * One level of a plate whose map names levels but no concentrations: what replicates say without a dose.
 *
 * @param compound empty where the map names none
 * @param level name of the level
 * @param responses percent inhibition or, without normalisation, signals
 */
public record LevelSummary(String plate, String target, String compound, String level, double[] responses) {

    /** The levels of a block's sample wells without a concentration, in the order of the plate. */
    static List<LevelSummary> of(NormalizedBlock block) {
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
                block.block().target(),
                name.getFirst(),
                name.getLast(),
                responses.stream().mapToDouble(Double::doubleValue).toArray())));
        return levels;
    }

    double mean() {
        return Descriptive.mean(responses);
    }

    OptionalDouble standardDeviation() {
        return responses.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Descriptive.standardDeviation(responses));
    }

    /** The name of the level where it stands alone: compound and level, whichever are stated. */
    String label() {
        return (compound + " " + level).strip();
    }

    /** Mean with its t interval, standard deviation, CV (of signals only) and number of wells. */
    SubjectResult subject(String unit, double confidence) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("plate", plate);
        put(subject, "target", target);
        put(subject, "compound", compound);
        put(subject, "level", level);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(meanEstimate(unit, confidence));
        standardDeviation().ifPresent(sd -> {
            estimates.add(Estimate.descriptive("sd", sd, unit, "sample standard deviation"));
            if (!unit.equals("%") && mean() > 0) {
                estimates.add(Estimate.descriptive("cv", 100 * sd / mean(), "%", "standard deviation over mean"));
            }
        });
        estimates.add(Estimate.descriptive("n", responses.length, "", "wells"));
        return new SubjectResult(subject, estimates, List.of(), List.of(), List.of());
    }

    private Estimate meanEstimate(String unit, double confidence) {
        OptionalDouble sd = standardDeviation();
        if (sd.isEmpty()) {
            return Estimate.descriptive("mean", mean(), unit, "one well");
        }
        double error = sd.getAsDouble() / Math.sqrt(responses.length);
        double half = error * Distributions.studentQuantile(0.5 + confidence / 2, responses.length - 1);
        return Estimate.of("mean", mean(), unit, mean() - half, mean() + half, confidence, error, "Student t");
    }

    private static void put(Map<String, String> subject, String key, String value) {
        if (!value.isEmpty()) {
            subject.put(key, value);
        }
    }
}
