package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.LogRatio;

/**
 * Inserts of one condition: fields are nested in inserts, inserts are the replicates.
 *
 * @param inserts their means over fields
 */
record Condition(Map<String, String> subject, List<InsertValue> inserts) {

    static List<Condition> of(List<InsertValue> inserts, String unit) {
        Map<Map<String, String>, List<InsertValue>> grouped = new LinkedHashMap<>();
        for (InsertValue value : inserts) {
            if (!value.insert().isBlank()) {
                grouped.computeIfAbsent(value.insert().condition(unit), _ -> new ArrayList<>())
                        .add(value);
            }
        }
        return grouped.entrySet().stream()
                .map(entry -> new Condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    double[] means() {
        return inserts.stream().mapToDouble(InsertValue::mean).toArray();
    }

    double mean() {
        return Descriptive.mean(means());
    }

    boolean isControl() {
        return inserts.getFirst().insert().isControl();
    }

    String membrane() {
        return inserts.getFirst().insert().membrane();
    }

    String compound() {
        return inserts.getFirst().insert().compound();
    }

    /** Half the width of the interval of the mean over inserts; empty with one. */
    Optional<Double> halfWidth(double level) {
        double[] means = means();
        return means.length < 2
                ? Optional.empty()
                : Optional.of(Distributions.studentQuantile(0.5 + level / 2, means.length - 1.0)
                        * Descriptive.standardDeviation(means)
                        / Math.sqrt(means.length));
    }

    /** Ratio of geometric means over inserts with its interval; empty where either has one insert or a mean of zero. */
    Optional<LogRatio> over(Condition other, double level) {
        Optional<LogRatio.LogEstimate> here = log();
        Optional<LogRatio.LogEstimate> there = other.log();
        return here.isPresent() && there.isPresent()
                ? Optional.of(LogRatio.of(here.get(), there.get(), level))
                : Optional.empty();
    }

    private Optional<LogRatio.LogEstimate> log() {
        return LogRatio.LogEstimate.ofSample(means());
    }
}
