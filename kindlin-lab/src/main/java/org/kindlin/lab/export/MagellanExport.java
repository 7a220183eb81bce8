package org.kindlin.lab.export;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.CsvText;

/** Workbook of Tecan Magellan: a line for each well, a column for each label and time, and below how it was measured. */
record MagellanExport() implements ExportFormat {
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
        return Workbook.ofPlates(run, "Magellan Sheet ", plate -> sheet(run, plate));
    }

    private static Rows sheet(ReaderRun run, Plate plate) {
        List<Measurement> measurements = Measurement.of(plate);
        Rows rows = new Rows();
        List<Cell> titles = new ArrayList<>(List.of(Cell.of("Well positions")));
        List<Cell> times = new ArrayList<>(List.of(Cell.EMPTY));
        for (int i = 0; i < measurements.size(); i++) {
            for (PlateRead point : measurements.get(i).points()) {
                boolean isFirst = point.equals(measurements.get(i).first());
                titles.add(isFirst ? Cell.of("Label" + (i + 1)) : Cell.EMPTY);
                times.add(Cell.of(CsvText.number(Measurement.seconds(point)) + "s"));
            }
        }
        titles.add(Cell.of("Plate"));
        rows.line(titles).line(times);
        for (WellAddress well : plate.format().wells()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(well.rowLetters() + (well.column() + 1))));
            plate.reads().forEach(read -> cells.add(Cell.of(read.at(well), SATURATED)));
            cells.add(Cell.of(plate.identifier()));
            rows.line(cells);
        }
        return rows.blank().all(settings(run, measurements));
    }

    private static Rows settings(ReaderRun run, List<Measurement> measurements) {
        Rows rows = new Rows().line(run.test() + ".mth").line(run.mark());
        for (int i = 0; i < measurements.size(); i++) {
            Measurement measurement = measurements.get(i);
            rows.line("Measurement " + (i + 1) + ":").line("Measurement mode: " + measurement.title());
            if (!measurement.excitation().isEmpty()) {
                rows.line("Excitation wavelength: " + measurement.excitation() + " nm");
                rows.line("Emission wavelength: " + measurement.detection() + " nm");
            } else if (!measurement.detection().isEmpty()) {
                rows.line("Measurement wavelength: " + measurement.detection() + " nm");
            }
            rows.line("Unit: " + measurement.mode().unit());
        }
        return rows;
    }
}
