package org.kindlin.assays.proliferation;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * The events of one file as columns.
 *
 * @param file it came from
 * @param numbers columns of intensities by the name that the file gives them, linear or logarithmic as they stand
 * @param texts columns that say what culture an event belongs to, by name
 * @param events number of rows
 * @param viability in percent, where gates say it
 */
record EventTable(
        String file,
        Map<String, Supplier<double[]>> numbers,
        Map<String, List<String>> texts,
        int events,
        OptionalDouble viability) {

    /** A column of numbers; empty where there is none of that name. */
    double[] column(String name) {
        Supplier<double[]> column = numbers.get(name);
        return column == null ? new double[0] : column.get();
    }
}
