package org.kindlin.assays.text;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line one-based line of the text, or row of the sheet, it starts on
 * @param cells stripped of surrounding spaces, quotes and the {@code ="..."} that spreadsheets are told apart by
 * @param sheet name of the sheet it stands in; empty for a text file
 * @param offset how many empty columns to its left were left out
 */
public record TextRow(int line, List<String> cells, String sheet, int offset) {

    public TextRow {
        cells = List.copyOf(cells);
    }

    /** A row of a text file. */
    public TextRow(int line, List<String> cells) {
        this(line, cells, "", 0);
    }

    /** A row of a sheet. */
    public TextRow(int line, List<String> cells, String sheet) {
        this(line, cells, sheet, 0);
    }

    /** The cell in a zero-based column; empty text beyond the end of the row. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The row without its first cells. */
    TextRow from(int column) {
        int start = Math.min(column, cells.size());
        return new TextRow(line, cells.subList(start, cells.size()), sheet, offset + column);
    }

    /** The cells without the empty ones at the end. */
    public List<String> withoutTrailingBlanks() {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    /** The place of a cell as faults name it: {@code line 12, column 3}, {@code Results!C12}. */
    public String place(int column) {
        return sheet.isEmpty()
                ? "line " + line + ", column " + (offset + column + 1)
                : sheet + "!" + columnLetters(offset + column) + line;
    }

    /** The place of the whole row: {@code line 12}, {@code Results!12}. */
    public String place() {
        return sheet.isEmpty() ? "line " + line : sheet + "!" + line;
    }

    private static String columnLetters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : columnLetters(column / 26 - 1) + last;
    }
}
