package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/**
 * A condition's fold change over all its blots.
 *
 * <p>ln fold = condition + blot x condition + error, blots being random: lanes of a blot are averaged first, and Student's t
 * on the number of blots less one gives the interval. Scale and exposure of a blot cancel, since each is divided by
 * its own reference.
 *
 * @param condition sample, compound, dose, time
 * @param logs one for each blot
 * @param isReference whether it is what folds are counted from
 */
record FoldChange(String name, Map<String, String> condition, double[] logs, boolean isReference) {

    /** Every condition of every ratio, in the order of the lanes. */
    static List<FoldChange> of(List<LaneRatio> ratios, BlotProtocol protocol) {
        Map<String, Map<Map<String, String>, List<LaneRatio>>> grouped = new LinkedHashMap<>();
        for (LaneRatio ratio : ratios) {
            if (ratio.fold().isPresent()) {
                grouped.computeIfAbsent(ratio.name(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                ratio.use().condition(DoseText.of(ratio.use(), protocol)), _ -> new ArrayList<>())
                        .add(ratio);
            }
        }
        List<FoldChange> changes = new ArrayList<>();
        grouped.forEach((name, conditions) -> conditions.forEach((condition, lanes) -> changes.add(new FoldChange(
                name,
                condition,
                perBlot(lanes),
                lanes.stream().allMatch(lane -> lane.use().role() == LaneRole.REFERENCE)))));
        return changes;
    }

    private static double[] perBlot(List<LaneRatio> lanes) {
        Map<String, List<Double>> byBlot = new TreeMap<>();
        for (LaneRatio lane : lanes) {
            byBlot.computeIfAbsent(lane.blot(), _ -> new ArrayList<>())
                    .add(StrictMath.log(lane.fold().getAsDouble()));
        }
        return byBlot.values().stream()
                .mapToDouble(logs ->
                        logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
    }

    double value() {
        return StrictMath.exp(Descriptive.mean(logs));
    }

    /** Half the width of the interval of the logarithm; empty with one blot. */
    Optional<Double> halfWidth(double level) {
        return standardError().map(error -> error * Distributions.studentQuantile(0.5 + level / 2, logs.length - 1.0));
    }

    /** The standard error of the logarithm; empty with one blot. */
    Optional<Double> standardError() {
        return logs.length < 2
                ? Optional.empty()
                : Optional.of(Descriptive.standardDeviation(logs) / Math.sqrt(logs.length));
    }

    String label() {
        return condition.isEmpty() ? "all lanes" : String.join(", ", condition.values());
    }
}
