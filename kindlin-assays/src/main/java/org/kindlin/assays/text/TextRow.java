package org.kindlin.assays.text;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line one-based line of the text, or row of the sheet, it starts on
 * @param cells stripped of surrounding spaces, quotes and the {@code ="..."} that spreadsheets are told apart by
 * @param sheet name of the sheet it stands in; empty for a text file
 */
public record TextRow(int line, List<String> cells, String sheet) {

    public TextRow {
        cells = List.copyOf(cells);
    }

    /** A row of a text file. */
    public TextRow(int line, List<String> cells) {
        this(line, cells, "");
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

    /** The place of a cell as faults name it: {@code line 12, column 3}, {@code Results!C12}. */
    public String place(int column) {
        return sheet.isEmpty()
                ? "line " + line + ", column " + (column + 1)
                : sheet + "!" + columnLetters(column) + line;
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
