package org.kindlin.assays.transwell;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What absorbs without cells: dye that the membrane, and matrix on it, have taken up.
 *
 * @param means of membranes of either kind, over their inserts without cells; a kind without any has none
 */
record Blanks(Map<Membrane, Double> means) {
    Blanks {
        means = Map.copyOf(means);
    }

    /** Readings of one insert are averaged first. */
    static Blanks of(List<TranswellData.Reading> readings) {
        List<InsertValue> blanks = InsertValue.of(readings.stream()
                .filter(reading -> reading.insert().isBlank())
                .map(reading -> Map.entry(reading.insert(), reading.value())));
        return new Blanks(blanks.stream()
                .collect(Collectors.groupingBy(
                        value -> value.insert().membrane(), Collectors.averagingDouble(InsertValue::mean))));
    }

    boolean isNone() {
        return means.isEmpty();
    }

    /** Whether a membrane of this kind has blanks of its own. */
    boolean isOwn(Membrane membrane) {
        return means.containsKey(membrane);
    }

    /** What is subtracted: the mean of its own kind, else of the other; zero without blanks. */
    double of(Membrane membrane) {
        OptionalDouble other =
                means.values().stream().mapToDouble(Double::doubleValue).average();
        return means.getOrDefault(membrane, other.orElse(0));
    }
}
