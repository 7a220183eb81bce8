package org.kindlin.assays.plate.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

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

    /** Its readings; what had to be repaired and what cannot be read is told. */
    public SortedMap<WellAddress, Reading> readings(TextTable table, Findings findings) {
        if (table.sheet().isEmpty()) {
            tellShortRows(findings);
        }
        return readings(new ReadingCells(table, findings));
    }

    /** Its readings, told about as the cells do. */
    public SortedMap<WellAddress, Reading> readings(ReadingCells source) {
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        cells.forEach(cell -> readings.put(cell.well(), source.read(cell.row(), cell.column())));
        return readings;
    }

    /**
     * Tells rows that end before others of the same grid which are written out in full. Where all are cut short alike, the
     * program that wrote them leaves out what is empty.
     */
    private void tellShortRows(Findings findings) {
        boolean anyFull = cells.stream().anyMatch(cell -> cell.row().cells().size() > columns);
        cells.stream()
                .map(GridCell::row)
                .distinct()
                .filter(row -> anyFull && row.cells().size() <= columns)
                .forEach(row -> findings.repaired(
                        "short-row",
                        row.place(row.cells().size()),
                        "the row has " + (row.cells().size() - 1) + " of " + columns + " values",
                        "the wells at its end count as not read"));
    }

    /** The letters of plate rows that a plate of this format has and the grid has not. */
    public String missingRows(PlateFormat format) {
        Set<Integer> there = cells.stream().map(cell -> cell.well().row()).collect(Collectors.toSet());
        return IntStream.range(0, format.rows())
                .filter(row -> !there.contains(row))
                .mapToObj(WellAddress::letters)
                .collect(Collectors.joining(" "));
    }
}
