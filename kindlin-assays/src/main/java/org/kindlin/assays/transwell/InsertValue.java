package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One insert: the mean of its fields, which are no replicates of their own, or its absorbance less the blanks.
 *
 * @param values of its fields or wells
 */
record InsertValue(Insert insert, double[] values) {

    double mean() {
        return Descriptive.mean(values);
    }

    /** Values of all inserts in order. */
    static List<InsertValue> of(Stream<Map.Entry<Insert, Double>> single) {
        Map<List<Object>, List<Map.Entry<Insert, Double>>> byInsert = new LinkedHashMap<>();
        single.forEach(entry -> byInsert.computeIfAbsent(
                        List.of(
                                entry.getKey().name(),
                                entry.getKey().condition(""),
                                entry.getKey().isControl()),
                        _ -> new ArrayList<>())
                .add(entry));
        return byInsert.values().stream()
                .map(entries -> new InsertValue(
                        entries.getFirst().getKey(),
                        entries.stream().mapToDouble(Map.Entry::getValue).toArray()))
                .toList();
    }
}
