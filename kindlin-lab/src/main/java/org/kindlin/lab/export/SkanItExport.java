package org.kindlin.lab.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;

/** Workbook of Thermo SkanIt: a sheet for each step with the matrix of each plate, then session and instrument. */
record SkanItExport() implements ExportFormat {
    private static final String SATURATED = ">Max";
    private static final String SOFTWARE = "SkanIt Software 7.0 RE for Microplate Readers RE, ver. 7.0.0.50";

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
        Workbook workbook = new Workbook(run.mark());
        List<Measurement> steps = Measurement.of(run.plates().getFirst());
        for (int i = 0; i < steps.size(); i++) {
            String name = steps.get(i).title() + " " + (i + 1);
            workbook.sheet(String.format(Locale.ROOT, "%s_%02d", name, i + 1), step(run, name, i));
        }
        return workbook.sheet(
                        "General information",
                        new Rows()
                                .line("General information")
                                .blank()
                                .line("", "Report generated with SW version", "", "", SOFTWARE))
                .sheet(
                        "Session information",
                        new Rows()
                                .line("Session information")
                                .blank()
                                .line("", "Session name", "", "", run.test() + ".skax")
                                .line("", "Session notes", "", "", run.mark()))
                .bytes();
    }

    private static Rows step(ReaderRun run, String name, int index) {
        Rows rows = new Rows()
                .line("Measurement results")
                .line(run.test() + ".skax")
                .line(date(run))
                .line(" ")
                .line(name);
        Measurement step = Measurement.of(run.plates().getFirst()).get(index);
        if (!step.excitation().isEmpty()) {
            rows.line("Ex: " + step.excitation() + " nm, Em: " + step.detection() + " nm");
        } else if (!step.detection().isEmpty()) {
            rows.line("Wavelength: " + step.detection() + " nm");
        }
        for (Plate plate : run.plates()) {
            rows.line(" ").line(plate.identifier()).line(" ");
            readings(rows, plate, Measurement.of(plate).get(index));
            rows.blank();
        }
        return rows.line("Autoloading range A1 - A" + rows.cells().size());
    }

    /** SkanIt always writes a date; where none is known, the first day of the year of Kindlin. */
    private static String date(ReaderRun run) {
        String date = run.plates().getFirst().date();
        return date.isEmpty() ? "1/1/2026 12:00:00 AM" : date;
    }

    private static void readings(Rows rows, Plate plate, Measurement step) {
        if (!step.isKinetic()) {
            rows.grid(heading(step), plate.format(), step.first(), SATURATED);
            return;
        }
        List<Cell> titles = new ArrayList<>(List.of(Cell.of("Reading"), Cell.of("avg. time [s]")));
        plate.format().wells().forEach(well -> titles.add(Cell.of(well.toString())));
        rows.line(titles);
        for (PlateRead point : step.points()) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.of(point.point().number()), Cell.of(Measurement.seconds(point))));
            plate.format().wells().forEach(well -> cells.add(Cell.of(point.at(well), SATURATED)));
            rows.line(cells);
        }
    }

    private static String heading(Measurement step) {
        return switch (step.mode()) {
            case ABSORBANCE -> "Abs";
            default -> step.mode().unit();
        };
    }
}
