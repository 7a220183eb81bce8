package org.kindlin.lab;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The true values behind one subject of a simulated experiment, under the names an analysis gives its estimates.
 *
 * @param subject as in the result: {@code compound=defactinib, target=FAK}; kept by name, so that a truth is the same bytes in every run
 */
public record Truth(Map<String, String> subject, List<TrueValue> values) {

    public Truth {
        subject = Collections.unmodifiableMap(new TreeMap<>(subject));
        values = List.copyOf(values);
    }

    /**
     * A true value.
     *
     * @param name name of the estimate that should find it
     * @param unit unit symbol; empty where there is none
     */
    public record TrueValue(String name, double value, String unit) {}
}
