package org.kindlin.assays.plate.bmg;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.format.PlateGridWriter;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.SpreadsheetText;

/**
 * Writes reads as the microplate view of a BMG MARS export, as {@link PlateReaders} read it. What is simulated says so in
 * the field ID3.
 */
public final class BmgMarsWriter {
    private BmgMarsWriter() {}

    /**
     * One plate with one read.
     *
     * @param testName name of the test protocol
     * @param identifier barcode or name of the plate
     * @param simulation how the readings were simulated; empty where they were measured
     */
    public static String write(
            String testName, String identifier, PlateFormat format, PlateRead read, String simulation) {
        return write(testName, identifier, "", format, List.of(read), simulation);
    }

    /**
     * One plate with several reads of one detection mode.
     *
     * @param date date and time with a space between; empty where not known
     * @param simulation how the readings were simulated; empty where they were measured
     */
    public static String write(
            String testName,
            String identifier,
            String date,
            PlateFormat format,
            List<PlateRead> reads,
            String simulation) {
        String[] dateAndTime = date.split(" ", 2);
        String mark = simulation.isEmpty() ? "" : RawFile.SIMULATED_MARK + ": " + simulation;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("User: USER", "Path: C:\\Program Files (x86)\\BMG\\PHERAstar\\User\\Data", "Test run no.: 1"));
        rows.add(List.of(
                "Test name: " + testName,
                "Date: " + dateAndTime[0],
                "Time: " + (dateAndTime.length > 1 ? dateAndTime[1] : "")));
        rows.add(List.of(""));
        rows.add(List.of("ID1: " + identifier, "ID2: ", "ID3: " + mark));
        rows.add(List.of(title(reads.getFirst().mode())));
        for (PlateRead read : reads) {
            rows.add(List.of(""));
            rows.add(List.of(SpreadsheetText.guard(read.label())));
            rows.add(List.of(""));
            rows.addAll(PlateGridWriter.grid(format, read));
        }
        return CsvText.windows(rows);
    }

    /** The line by which MARS names the detection mode. */
    private static String title(DetectionMode mode) {
        return switch (mode) {
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
