package org.kindlin.lab.export;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellAddress;

/** Workbook of Tecan i-control: a sheet for each plate, its settings under each label above a matrix or a table of cycles. */
record IControlExport() implements ExportFormat {
    private static final String SATURATED = "OVER";

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public Holds holds() {
        return Holds.SERIES;
    }

    @Override
    public byte[] write(ReaderRun run) {
        return Workbook.ofPlates(run, "Sheet", plate -> sheet(run, plate));
    }

    private static Rows sheet(ReaderRun run, Plate plate) {
        Rows rows = new Rows()
                .line("Application: Tecan i-control", "", "", "", "Tecan i-control , 2.0.10.0")
                .line("Device: infinite 200Pro", "", "", "", "Serial number: 0000000000")
                .line("Firmware: V_3.40_11/16_Infinite (Nov  4 2016/09.39.29)", "", "", "", "MAI, V_3.40")
                .blank()
                .line("Date:", plate.date())
                .line("Time:", "")
                .blank()
                .line("System", "", "", "", "SIMULATION")
                .line("User", "", "", "", "Kindlin virtual lab")
                .line("Plate", "", "", "", plate.format().size() + " wells")
                .line("Plate-ID (Stacker)", "", "", "", plate.identifier())
                .line("Comment", "", "", "", run.test() + ", " + run.mark())
                .blank();
        for (Measurement measurement : Measurement.of(plate)) {
            settings(rows, plate, measurement);
            readings(rows, plate, measurement);
            rows.blank().blank();
        }
        return rows.line("End Time:", "");
    }

    private static void settings(Rows rows, Plate plate, Measurement measurement) {
        rows.blank().line("Label: " + measurement.optics("/", measurement.title()));
        if (measurement.isKinetic()) {
            rows.line("Kinetic Measurement")
                    .line(
                            "Kinetic Cycles",
                            "",
                            "",
                            "",
                            Integer.toString(measurement.points().size()));
        }
        rows.line("Mode", "", "", "", mode(measurement));
        if (!measurement.excitation().isEmpty()) {
            rows.line("Excitation Wavelength", "", "", "", measurement.excitation(), "nm");
            rows.line("Emission Wavelength", "", "", "", measurement.detection(), "nm");
        } else if (!measurement.detection().isEmpty()) {
            rows.line("Wavelength", "", "", "", measurement.detection(), "nm");
        }
        WellAddress last = plate.format().wells().getLast();
        rows.line("Part of Plate", "", "", "", "A1-" + well(last)).line("Start Time:", "");
    }

    private static String mode(Measurement measurement) {
        return measurement.excitation().isEmpty() ? measurement.title() : measurement.title() + " Top Reading";
    }

    private static void readings(Rows rows, Plate plate, Measurement measurement) {
        rows.blank();
        if (!measurement.isKinetic()) {
            rows.grid("<>", plate.format(), measurement.first(), SATURATED);
            return;
        }
        rows.line(row("Cycle Nr.", measurement, point -> Cell.of(point.point().number())));
        rows.line(row("Time [s]", measurement, point -> Cell.of(Measurement.seconds(point))));
        for (WellAddress well : plate.format().wells()) {
            rows.line(row(well(well), measurement, point -> Cell.of(point.at(well), SATURATED)));
        }
    }

    private interface PointCell {
        Cell of(PlateRead point);
    }

    private static List<Cell> row(String title, Measurement measurement, PointCell cell) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(title)));
        measurement.points().forEach(point -> cells.add(cell.of(point)));
        return cells;
    }

    private static String well(WellAddress well) {
        return well.rowLetters() + (well.column() + 1);
    }
}
