package org.kindlin.lab.export;

import java.util.List;
import java.util.stream.Stream;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.WellAddress;

/** Export format Plate2 of the EnVision Workstation: for each plate and label its information and a numbered grid. */
record EnVisionExport() implements ExportFormat {
    private static final String SATURATED = "SAT";
    private static final String PLATE_TITLES =
            "Plate,Repeat,Barcode,Measured height,Chamber temperature at start,Chamber temperature at end,Humidity at start,"
                    + "Humidity at end,Ambient temperature at start,Ambient temperature at end,Group,Label,ScanX,ScanY,Measinfo,"
                    + "Kinetics,Measurement date,";

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public Holds holds() {
        return Holds.READS;
    }

    @Override
    public byte[] write(ReaderRun run) {
        Rows rows = new Rows();
        value(rows.line("Basic assay information "), "Assay ID: ", "1");
        value(rows, "Protocol Name: ", run.test() + " (" + run.mark() + ")");
        value(rows, "Serial#: ", "0");
        rows.blank();
        for (int i = 0; i < run.plates().size(); i++) {
            Plate plate = run.plates().get(i);
            for (Measurement measurement : Measurement.of(plate)) {
                plate(rows, i + 1, plate, measurement);
            }
        }
        parameters(rows, run.plates().getFirst());
        return rows.line("Exported with EnVision Workstation version 1.14.3049.1193")
                .csv();
    }

    private static void plate(Rows rows, int number, Plate plate, Measurement measurement) {
        String label = label(measurement);
        String info = info(measurement);
        rows.line("Plate information ").line(PLATE_TITLES.split(",", -1));
        rows.line(
                Integer.toString(number),
                "1",
                "=\"" + plate.identifier() + "\"",
                "N/A",
                "N/A",
                "N/A",
                "N/A",
                "N/A",
                "N/A",
                "N/A",
                "1",
                label + "(1)",
                "0",
                "0",
                info,
                "0",
                plate.date(),
                "");
        rows.blank()
                .line("Background information")
                .line("Plate", "Label", "Result", "Signal", "Flashes/Time", "Meastime", "MeasInfo", "")
                .line(Integer.toString(number), label, "0", "0", "0.1", "00:00:00.000", info, "")
                .blank()
                .line("Results for " + label + "(1)" + unit(measurement))
                .line(titles(plate));
        for (int row = 0; row < plate.format().rows(); row++) {
            List<Cell> cells = Rows.plateRow(
                    List.of(Cell.of(WellAddress.letters(row))), plate.format(), row, measurement.first(), SATURATED);
            rows.line(Stream.concat(cells.stream(), Stream.of(Cell.EMPTY)).toList());
        }
        rows.blank();
    }

    /** Columns are numbered in two digits: {@code 01}. */
    private static String[] titles(Plate plate) {
        String[] titles = new String[plate.format().columns() + 2];
        titles[0] = "";
        for (int column = 1; column <= plate.format().columns(); column++) {
            titles[column] = column < 10 ? "0" + column : Integer.toString(column);
        }
        titles[titles.length - 1] = "";
        return titles;
    }

    private static String label(Measurement measurement) {
        return switch (measurement.mode()) {
            case LUMINESCENCE -> "US LUM";
            case ABSORBANCE -> "ABS " + measurement.detection();
            default -> measurement.title() + " " + measurement.optics("/", "");
        };
    }

    private static String info(Measurement measurement) {
        return switch (measurement.mode()) {
            case LUMINESCENCE -> "De=USLum Ex=N/A Em=N/A Wdw=N/A (12)";
            case ABSORBANCE -> "De=Abs Ex=" + measurement.detection() + " nm Em=N/A Wdw=N/A (4)";
            default -> "De=1st Ex=Top Em=Top Wdw=N/A (1)";
        };
    }

    private static String unit(Measurement measurement) {
        return switch (measurement.mode()) {
            case LUMINESCENCE -> " - channel 0 (CPS)";
            case ABSORBANCE -> " (A)";
            default -> " (Counts)";
        };
    }

    private static void parameters(Rows rows, Plate plate) {
        rows.line("Protocol information").line("Plate type:");
        value(
                rows,
                "Number of the wells in the plate",
                Integer.toString(plate.format().size()));
        value(rows, "Number of rows", Integer.toString(plate.format().rows()));
        value(rows, "Number of columns", Integer.toString(plate.format().columns()));
        rows.blank().line("Auto export parameters:");
        value(rows, "Export format", "Plate2");
        value(rows, "Place assay information at", "Beginning of file");
        value(rows, "Place plate information at", "Beginning of plate");
        rows.blank();
    }

    private static void value(Rows rows, String name, String value) {
        rows.line(name, "", "", "", value);
    }
}
