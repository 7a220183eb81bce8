package org.kindlin.assays.text;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/**
 * The cells of a text file or of one sheet of a workbook, row by row, with the lines they stand on. Rows may differ in length; blank lines are rows
 * too, since instruments separate sections by them.
 *
 * @param file path of the file, as given
 * @param separator character between cells
 * @param decimalMark how its numbers are written
 * @param rows in order
 * @param endsWithLineEnd whether the last line is ended; one that is not may have been cut off
 * @param findings what had to be assumed
 * @param sheet name of the sheet; empty for a text file
 */
public record TextTable(
        String file,
        char separator,
        DecimalMark decimalMark,
        List<TextRow> rows,
        boolean endsWithLineEnd,
        List<Warning> findings,
        String sheet) {

    public TextTable {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** The table of a text file. */
    public TextTable(
            String file,
            char separator,
            DecimalMark decimalMark,
            List<TextRow> rows,
            boolean endsWithLineEnd,
            List<Warning> findings) {
        this(file, separator, decimalMark, rows, endsWithLineEnd, findings, "");
    }

    /** Decodes and splits a file; empty where faults were added. */
    public static Optional<TextTable> read(RawFile file, Faults faults) {
        Faults mixed = new Faults();
        Optional<TextTable> table = readMixed(file, faults, mixed);
        mixed.all().forEach(faults::add);
        return mixed.any() ? Optional.empty() : table;
    }

    /**
     * Decodes and splits a file that may have decimal commas in one part and points in another.
     *
     * @param mixed takes the fault of a file that has both; its table has the mark of most
     * @return empty where faults were added
     */
    public static Optional<TextTable> readMixed(RawFile file, Faults faults, Faults mixed) {
        return TextDecoder.decode(file, faults).flatMap(text -> TextTableReader.read(file, text, faults, mixed));
    }

    /** Some of the rows as a table of their own, with their own decimal mark. */
    public TextTable part(List<TextRow> some, Faults faults) {
        DecimalMark own = DecimalMarkSniffer.sniff(file, some, faults);
        return new TextTable(file, separator, own, some, endsWithLineEnd, findings, sheet);
    }

    /** The table without the columns at its left that are empty throughout: grids are often copied somewhere to the right. */
    public TextTable withoutEmptyLeft() {
        int empty = rows.stream()
                .filter(row -> !row.isBlank())
                .mapToInt(TextTable::emptyLeft)
                .min()
                .orElse(0);
        return empty == 0 ? this : fromColumn(empty);
    }

    private TextTable fromColumn(int column) {
        List<TextRow> shifted = rows.stream().map(row -> row.from(column)).toList();
        return new TextTable(file, separator, decimalMark, shifted, endsWithLineEnd, findings, sheet);
    }

    private static int emptyLeft(TextRow row) {
        int column = 0;
        while (row.cell(column).isEmpty()) {
            column++;
        }
        return column;
    }

    /** A cell as a number. */
    public NumberText number(String cell) {
        return NumberText.parse(cell, decimalMark);
    }
}
