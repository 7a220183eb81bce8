package org.kindlin.assays.proliferation;

import java.util.List;
import java.util.Map;

/**
 * The events of one file as columns.
 *
 * @param file it came from
 * @param numbers columns of intensities by the name that the file gives them, linear or logarithmic as they stand
 * @param texts columns that say what culture an event belongs to, by name
 * @param events number of rows
 */
record EventTable(String file, Map<String, double[]> numbers, Map<String, List<String>> texts, int events) {}
