package org.kindlin.assays.plate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;

/**
 * Finds a block of readings without row letters, of exactly the size of a plate; a line of column numbers above and
 * empty columns at either side may be there.
 */
public final class BareGrid {
    private static final int FEWEST_COLUMNS = 3;

    private final TextTable table;

    public BareGrid(TextTable table) {
        this.table = table;
    }

    public Optional<GridBlock> at(int index) {
        if (!isReadings(index) || (index > 0 && isReadings(index - 1))) {
            return Optional.empty();
        }
        int end = index;
        while (end < table.rows().size() && isReadings(end) && end - index <= PlateFormat.WELLS_1536.rows() + 1) {
            end++;
        }
        List<TextRow> rows = table.rows().subList(index, end);
        Optional<GridBlock> whole = fit(index, end, rows);
        return whole.isPresent() ? whole : fit(index, end, withoutBlankRowsAround(rows));
    }

    private static List<TextRow> withoutBlankRowsAround(List<TextRow> rows) {
        int first = 0;
        int last = rows.size();
        while (first < last && rows.get(first).isBlank()) {
            first++;
        }
        while (last > first && rows.get(last - 1).isBlank()) {
            last--;
        }
        return rows.subList(first, last);
    }

    private static Optional<GridBlock> fit(int index, int end, List<TextRow> rows) {
        if (rows.stream().allMatch(TextRow::isBlank)) {
            return Optional.empty();
        }
        for (int header = 0; header <= 1; header++) {
            for (int left = 0; left <= 1; left++) {
                for (int right = 0; right <= 1; right++) {
                    Optional<PlateFormat> format = fit(rows, header, left, right);
                    if (format.isPresent()) {
                        return Optional.of(block(index, end, rows.subList(header, rows.size()), left, format.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PlateFormat> fit(List<TextRow> rows, int header, int left, int right) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int columns = width - left - right;
        boolean numbered = header == 0 || isNumbered(rows.getFirst(), left, columns);
        boolean bordered = rows.stream()
                .allMatch(row -> (left == 0 || row.cell(0).isEmpty())
                        && (right == 0 || row.cell(width - 1).isEmpty()));
        Optional<PlateFormat> format = PlateFormat.holding(rows.size() - header, columns);
        return format.filter(
                plate -> numbered && bordered && plate.rows() == rows.size() - header && plate.columns() == columns);
    }

    private static boolean isNumbered(TextRow row, int left, int columns) {
        for (int column = 0; column < columns; column++) {
            String cell = row.cell(left + column);
            if (!cell.equals(Integer.toString(column + 1)) && !cell.equals("0" + (column + 1))) {
                return false;
            }
        }
        return true;
    }

    private static GridBlock block(int first, int end, List<TextRow> rows, int left, PlateFormat format) {
        List<GridCell> cells = new ArrayList<>(format.size());
        for (int row = 0; row < format.rows(); row++) {
            for (int column = 0; column < format.columns(); column++) {
                TextRow source = rows.get(row);
                cells.add(
                        new GridCell(new WellAddress(row, column), source.cell(left + column), source, left + column));
            }
        }
        return new GridBlock(first, end, format.rows(), format.columns(), cells);
    }

    private boolean isReadings(int index) {
        TextRow row = table.rows().get(index);
        return row.cells().size() >= FEWEST_COLUMNS
                && row.cells().stream().allMatch(cell -> ReadingText.fits(cell, table.decimalMark()));
    }
}
