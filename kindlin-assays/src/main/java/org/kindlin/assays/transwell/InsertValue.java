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
        Map<Insert, List<Double>> byInsert = new LinkedHashMap<>();
        single.forEach(entry ->
                byInsert.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
        return byInsert.entrySet().stream()
                .map(entry -> new InsertValue(
                        entry.getKey(),
                        entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()))
                .toList();
    }
}
