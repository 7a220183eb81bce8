package org.kindlin.lab.export;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellAddress;

/**
 * Export of Gen5 (BioTek, now Agilent): procedure, then a matrix of results or, over time, a column for each well. A workbook
 * has a sheet for each plate, everything a column further right.
 *
 * @param isWorkbook workbook or text
 */
record Gen5Export(boolean isWorkbook) implements ExportFormat {
    private static final String SATURATED = "OVRFLW";

    @Override
    public String extension() {
        return isWorkbook ? "xlsx" : "txt";
    }

    @Override
    public Holds holds() {
        return Holds.SERIES;
    }

    @Override
    public byte[] write(ReaderRun run) {
        Workbook workbook = new Workbook(run.mark());
        Rows text = new Rows();
        for (int i = 0; i < run.plates().size(); i++) {
            Rows plate = plate(run, i + 1, run.plates().get(i));
            workbook.sheet("Plate " + (i + 1) + " - Sheet1", plate.indented());
            text.blank().blank().all(plate);
        }
        return isWorkbook ? workbook.bytes() : text.tabs();
    }

    private static Rows plate(ReaderRun run, int number, Plate plate) {
        List<Measurement> measurements = Measurement.of(plate);
        Rows rows = new Rows()
                .line("Software Version", "3.12.08")
                .blank()
                .blank()
                .blank()
                .line("Experiment File Path:", "C:\\Experiments\\" + run.mark().replace(':', ',') + ".xpt")
                .line("Protocol File Path:", "C:\\Protocols\\" + run.test() + ".prt")
                .blank()
                .blank()
                .blank()
                .line("Plate Number", "Plate " + number)
                .line("Plate ID", plate.identifier())
                .line("Date", plate.date())
                .line("Reader Type:", "Synergy H1")
                .line("Reader Serial Number:", "Unknown")
                .line("Reading Type", "Simulation")
                .blank()
                .line("Procedure Details")
                .blank()
                .line("Plate Type", plate.format().size() + " WELL PLATE")
                .line("Eject plate on completion", "");
        measurements.forEach(measurement -> step(rows, run, measurement));
        rows.blank();
        List<Measurement> endPoints =
                measurements.stream().filter(one -> !one.isKinetic()).toList();
        if (!endPoints.isEmpty()) {
            matrix(rows, run, plate.format(), endPoints);
        }
        measurements.stream().filter(Measurement::isKinetic).forEach(one -> table(rows, run, plate.format(), one));
        return rows;
    }

    /** Steps are named, because Gen5 shows by the name which results are raw. */
    private static String step(ReaderRun run, Measurement measurement) {
        return run.test().replace(':', ' ') + " " + measurement.title();
    }

    private static void step(Rows rows, ReaderRun run, Measurement measurement) {
        int points = measurement.points().size();
        if (measurement.isKinetic()) {
            double span = Measurement.seconds(measurement.points().getLast());
            rows.line(
                    "Start Kinetic",
                    "Runtime " + Clock.hours(span) + " (HH:MM:SS), Interval "
                            + Clock.hours(span / Math.max(1, points - 1)) + ", " + points + " Reads");
        }
        rows.line("Read", step(run, measurement))
                .line("", measurement.title() + " Endpoint")
                .line("", "Full Plate");
        if (!measurement.excitation().isEmpty()) {
            rows.line("", "Filter Set 1")
                    .line(
                            "",
                            "    Excitation: " + measurement.excitation() + ",  Emission: " + measurement.detection());
        } else if (!measurement.detection().isEmpty()) {
            rows.line("", "Wavelengths:  " + measurement.detection());
        }
        rows.line("", "Read Speed: Normal");
        if (measurement.isKinetic()) {
            rows.line("End Kinetic");
        }
    }

    private static String result(ReaderRun run, Measurement measurement) {
        return step(run, measurement) + ":" + measurement.optics(",", "Lum");
    }

    private static void matrix(Rows rows, ReaderRun run, PlateFormat format, List<Measurement> measurements) {
        rows.line("Results").line(Rows.numbered(List.of(Cell.EMPTY), format.columns()));
        for (int row = 0; row < format.rows(); row++) {
            for (int i = 0; i < measurements.size(); i++) {
                Cell letter = i == 0 ? Cell.of(WellAddress.letters(row)) : Cell.EMPTY;
                List<Cell> cells = new ArrayList<>(Rows.plateRow(
                        List.of(letter), format, row, measurements.get(i).first(), SATURATED));
                cells.add(Cell.of(result(run, measurements.get(i))));
                rows.line(cells);
            }
        }
        rows.blank();
    }

    private static void table(Rows rows, ReaderRun run, PlateFormat format, Measurement measurement) {
        String result = result(run, measurement);
        List<Cell> titles = new ArrayList<>(List.of(Cell.of("Time"), Cell.of("T\u00b0 " + result)));
        format.wells().forEach(well -> titles.add(Cell.of(well.rowLetters() + (well.column() + 1))));
        rows.line(result).blank().line(titles);
        for (PlateRead point : measurement.points()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(Clock.hours(Measurement.seconds(point))), Cell.EMPTY));
            format.wells().forEach(well -> cells.add(Cell.of(point.at(well), SATURATED)));
            rows.line(cells);
        }
        rows.blank();
    }
}
