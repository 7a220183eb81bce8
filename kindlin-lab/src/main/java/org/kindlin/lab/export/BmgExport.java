package org.kindlin.lab.export;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.text.CsvText;

/**
 * The microplate view of BMG LABTECH: MARS ends each row where its content does, the reader's own software (PHERAstar) makes
 * all rows equally long. The 1536-well plate's rows after Z are a to f.
 *
 * @param padded whether rows are equally long
 */
record BmgExport(boolean padded) implements ExportFormat {
    private static final String SATURATED = "overflow";

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public Holds holds() {
        return Holds.SERIES;
    }

    @Override
    public byte[] write(ReaderRun run) {
        Rows rows = new Rows();
        for (Plate plate : run.plates()) {
            if (!rows.cells().isEmpty()) {
                rows.blank();
            }
            header(rows, run, plate);
            Measurement.of(plate).forEach(measurement -> measurement(rows, plate.format(), measurement));
        }
        return (padded ? rows.padded() : rows).csv();
    }

    private static void header(Rows rows, ReaderRun run, Plate plate) {
        String[] dateAndTime = plate.date().split(" ", 2);
        rows.line("User: USER", "Path: C:\\Program Files (x86)\\BMG\\PHERAstar\\User\\Data", "Test run no.: 1");
        rows.line(
                "Test name: " + run.test(),
                "Date: " + dateAndTime[0],
                "Time: " + (dateAndTime.length > 1 ? dateAndTime[1] : ""));
        rows.blank();
        rows.line("ID1: " + plate.identifier(), "ID2: ", "ID3: " + run.mark());
        rows.line(title(plate.reads().getFirst()));
    }

    private static void measurement(Rows rows, PlateFormat format, Measurement measurement) {
        rows.blank().line("Raw Data (" + measurement.optics("/", "No filter") + ")");
        for (PlateRead point : measurement.points()) {
            rows.blank();
            if (measurement.isKinetic()) {
                rows.line("Cycle " + point.point().number() + " (" + CsvText.number(Measurement.seconds(point)) + " s)")
                        .blank();
            }
            rows.line(Rows.numbered(List.of(Cell.EMPTY), format.columns()));
            for (int row = 0; row < format.rows(); row++) {
                rows.line(Rows.plateRow(List.of(Cell.of(letter(row))), format, row, point, SATURATED));
            }
        }
    }

    private static String letter(int row) {
        return String.valueOf((char) (row < 26 ? 'A' + row : 'a' + row - 26));
    }

    /** The line by which MARS names the detection. */
    private static String title(PlateRead read) {
        return switch (read.mode()) {
            case LUMINESCENCE -> "Luminescence";
            case FLUORESCENCE -> "Fluorescence (FI)";
            case FLUORESCENCE_POLARIZATION -> "Fluorescence polarization (FP)";
            case TIME_RESOLVED_FLUORESCENCE -> "Time resolved fluorescence (TRF)";
            case ALPHA -> "AlphaScreen";
            case ABSORBANCE -> "Absorbance";
            case UNKNOWN -> "";
        };
    }
}
