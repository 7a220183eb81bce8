package org.kindlin.assays.plate.format;

import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** Turns cells of a table into readings, and tells what about them had to be repaired. */
public final class ReadingCells {
    private final TextTable table;
    private final Findings findings;
    private boolean ambiguityTold;

    public ReadingCells(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /** The same for numbers kept for information only: nothing about them is told. */
    public ReadingCells withoutFindings() {
        return new ReadingCells(table, new Findings(table.file(), ReadingMode.LENIENT));
    }

    /** The reading in a cell; a number whose decimal mark cannot be told is a fault. */
    public Reading read(TextRow row, int column) {
        String cell = row.cell(column);
        NumberText number = table.number(cell);
        if (number instanceof NumberText.Ambiguous) {
            tellAmbiguous(row, column);
            return new Reading.Invalid(cell);
        }
        return number instanceof NumberText.NotNumber
                ? word(row, column, cell)
                : ReadingText.parse(cell, table.decimalMark());
    }

    /** Once: what is wrong with one number is wrong with all. */
    private void tellAmbiguous(TextRow row, int column) {
        if (!ambiguityTold) {
            findings.fault(
                    row.place(column),
                    row.cell(column)
                            + " could be a decimal or grouped thousands, and no other number of the file tells",
                    "export numbers without thousands separators");
        }
        ambiguityTold = true;
    }

    private Reading word(TextRow row, int column, String cell) {
        DecimalMark other = table.decimalMark() == DecimalMark.COMMA ? DecimalMark.POINT : DecimalMark.COMMA;
        if (NumberText.isUnmistakable(cell, other)
                && NumberText.parse(cell, other) instanceof NumberText.Parsed(double value)) {
            findings.repaired(
                    "decimal-mark",
                    row.place(column),
                    "'" + cell + "' has another decimal mark than the other numbers",
                    "read as " + value);
            return new Reading.Measured(value);
        }
        Reading reading = ReadingText.parse(cell, table.decimalMark());
        if (reading instanceof Reading.Invalid && !ReadingText.isKnownWord(cell)) {
            findings.repaired(
                    "no-reading", row.place(column), "'" + cell + "' is no reading", "the well counts as not readable");
        }
        return reading;
    }
}
