package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.numerics.statistics.Descriptive;
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

    Membrane membrane() {
        return inserts.getFirst().insert().membrane();
    }

    /** The mean over inserts with what their scatter says of it; empty with one. */
    Optional<Measured> measured(double level) {
        double[] means = means();
        return means.length < 2
                ? Optional.empty()
                : Optional.of(Measured.of(
                        mean(),
                        Descriptive.standardDeviation(means) / Math.sqrt(means.length),
                        means.length - 1.0,
                        Map.of(),
                        Double.POSITIVE_INFINITY,
                        level));
    }

    /** The mean logarithm over inserts; empty with one, with one that is not above zero, or all alike. */
    Optional<LogRatio.LogEstimate> log() {
        return LogRatio.LogEstimate.ofSample(means());
    }
}
