package org.kindlin.assays.plate.format;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.SpreadsheetText;

/** Writes a read as a bare grid with row letters and column numbers, as {@link PlateReaders} read it. */
public final class PlateGridWriter {
    private PlateGridWriter() {}

    /**
     * The grid as comma-separated values.
     *
     * @param simulated whether the first line says that the readings are simulated
     */
    public static String write(PlateFormat format, PlateRead read, boolean simulated) {
        List<List<String>> rows = new ArrayList<>();
        if (simulated) {
            rows.add(List.of("# " + RawFile.SIMULATED_MARK));
        }
        rows.addAll(grid(format, read));
        return CsvText.of(rows);
    }

    /** The line of column numbers and the lettered rows. */
    public static List<List<String>> grid(PlateFormat format, PlateRead read) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(""));
        for (int column = 1; column <= format.columns(); column++) {
            header.add(Integer.toString(column));
        }
        rows.add(header);
        for (int row = 0; row < format.rows(); row++) {
            List<String> cells = new ArrayList<>(List.of(WellAddress.letters(row)));
            for (int column = 0; column < format.columns(); column++) {
                cells.add(cell(read.at(new WellAddress(row, column))));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String cell(Reading reading) {
        return switch (reading) {
            case Reading.Measured(double number) -> CsvText.number(number);
            case Reading.Empty() -> "";
            case Reading.Saturated(String text) -> text;
            case Reading.Overflow(String text) -> text;
            case Reading.Underflow(String text) -> text;
            case Reading.Masked(String text) -> SpreadsheetText.guard(text);
            case Reading.Invalid(String text) -> SpreadsheetText.guard(text);
        };
    }
}
