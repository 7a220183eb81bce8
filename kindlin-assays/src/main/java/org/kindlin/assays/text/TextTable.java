package org.kindlin.assays.text;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;

/**
 * The cells of a text file, row by row, with the lines they stand on. Rows may differ in length; blank lines are rows
 * too, since instruments separate sections by them.
 *
 * @param file path of the file, as given
 * @param separator character between cells
 * @param decimalMark how its numbers are written
 * @param rows in order
 * @param endsWithLineEnd whether the last line is ended; one that is not may have been cut off
 * @param findings what had to be assumed
 */
public record TextTable(
        String file,
        char separator,
        DecimalMark decimalMark,
        List<TextRow> rows,
        boolean endsWithLineEnd,
        List<Warning> findings) {

    public TextTable {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** Decodes and splits a file; empty where faults were added. */
    public static Optional<TextTable> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(text -> TextTableReader.read(file, text, faults));
    }

    /** A cell as a number. */
    public NumberText number(String cell) {
        return NumberText.parse(cell, decimalMark);
    }
}
