package org.kindlin.assays.text;

import java.util.List;

/**
 * One row of a text table.
 *
 * @param line one-based line it starts on
 * @param cells stripped of surrounding spaces, quotes and the {@code ="..."} that spreadsheets are told apart by
 */
public record TextRow(int line, List<String> cells) {

    public TextRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a zero-based column; empty text beyond the end of the row. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** The cells without the empty ones at the end. */
    public List<String> withoutTrailingBlanks() {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    /** The place of a cell as faults name it: {@code line 12, column 3}. */
    public String place(int column) {
        return "line " + line + ", column " + (column + 1);
    }
}
