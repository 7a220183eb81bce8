package org.kindlin.assays.plate.tecan;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.plate.format.WellColumns;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;

/**
 * The blocks that i-control writes for wells read at several places in each cycle: the well's name, then a line of times,
 * of temperatures, of means, of standard deviations and of each place. The mean is the well's reading.
 *
 * @param cycles readings by one-based cycle
 * @param seconds by cycle
 * @param celsius by cycle
 * @param end index after the last block
 */
record IControlWells(
        SortedMap<Integer, SortedMap<WellAddress, Reading>> cycles,
        SortedMap<Integer, Double> seconds,
        SortedMap<Integer, Double> celsius,
        int end) {

    static IControlWells read(TextTable table, int index, ReadingCells cells) {
        SortedMap<Integer, SortedMap<WellAddress, Reading>> cycles = new TreeMap<>();
        SortedMap<Integer, Double> seconds = new TreeMap<>();
        SortedMap<Integer, Double> celsius = new TreeMap<>();
        Optional<WellAddress> well = Optional.empty();
        int next = index;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            String first = row.cell(0);
            if (isOver(row)) {
                break;
            }
            Optional<WellAddress> named = WellColumns.well(first);
            well = named.isPresent() ? named : well;
            if (first.startsWith("Time [s") || first.startsWith("Zeit [s")) {
                numbers(table, row, seconds);
            } else if (first.startsWith("Temp.")) {
                numbers(table, row, celsius);
            } else if ((first.equals("Mean") || first.equals("Mittelwert")) && well.isPresent()) {
                for (int column = 1; column < row.cells().size(); column++) {
                    cycles.computeIfAbsent(column, key -> new TreeMap<>()).put(well.get(), cells.read(row, column));
                }
            }
        }
        return new IControlWells(cycles, seconds, celsius, next);
    }

    private static boolean isOver(TextRow row) {
        String first = row.cell(0);
        return first.startsWith("Label:") || first.startsWith("End Time") || first.startsWith("Endzeit");
    }

    private static void numbers(TextTable table, TextRow row, SortedMap<Integer, Double> numbers) {
        for (int column = 1; column < row.cells().size(); column++) {
            if (table.number(row.cell(column)) instanceof NumberText.Parsed(double number)) {
                numbers.put(column, number);
            }
        }
    }
}
