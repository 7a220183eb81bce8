package org.kindlin.assays.plate.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextTable;

/**
 * A plate-shaped grid of cells in a text file.
 *
 * @param first index of its first row in the table, the line of column numbers included
 * @param end index after its last row
 * @param rows one more than the last plate row it holds
 * @param columns one more than the last plate column it holds
 * @param cells row by row
 */
public record GridBlock(int first, int end, int rows, int columns, List<GridCell> cells) {

    public GridBlock {
        cells = List.copyOf(cells);
    }

    /** The smallest plate it fits on. */
    public Optional<PlateFormat> format() {
        return PlateFormat.holding(rows, columns);
    }

    /** Its readings; one fault where the decimal mark cannot be told. */
    public SortedMap<WellAddress, Reading> readings(TextTable table, Faults faults) {
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (GridCell cell : cells) {
            if (table.number(cell.text()) instanceof NumberText.Ambiguous) {
                faults.add(
                        table.file(),
                        cell.row().place(cell.column()),
                        cell.text() + " could be a decimal or grouped thousands, and no other number of the file tells",
                        "export numbers without thousands separators");
                return readings;
            }
            readings.put(cell.well(), ReadingText.parse(cell.text(), table.decimalMark()));
        }
        return readings;
    }

    /** The letters of plate rows that a plate of this format has and the grid has not. */
    public String missingRows(PlateFormat format) {
        Set<Integer> there = cells.stream().map(cell -> cell.well().row()).collect(Collectors.toSet());
        return java.util.stream.IntStream.range(0, format.rows())
                .filter(row -> !there.contains(row))
                .mapToObj(WellAddress::letters)
                .collect(Collectors.joining(" "));
    }
}
