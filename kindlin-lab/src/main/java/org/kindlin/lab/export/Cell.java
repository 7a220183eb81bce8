package org.kindlin.lab.export;

import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.text.CsvText;

/**
 * A cell of an export.
 *
 * @param text as a text file holds it
 * @param isNumber whether a workbook holds it as a number
 */
record Cell(String text, boolean isNumber) {
    static final Cell EMPTY = new Cell("", false);

    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, false);
    }

    static Cell of(double number) {
        return new Cell(CsvText.number(number), true);
    }

    /**
     * A reading.
     *
     * @param saturated what the software writes where the detector was saturated
     */
    static Cell of(Reading reading, String saturated) {
        return switch (reading) {
            case Reading.Measured(double number) -> of(number);
            case Reading.Empty() -> EMPTY;
            case Reading.Saturated _, Reading.Overflow _ -> of(saturated);
            case Reading.Underflow(String text) -> of(text);
            case Reading.Masked(String text) -> of(text);
            case Reading.Invalid(String text) -> of(text);
        };
    }
}
