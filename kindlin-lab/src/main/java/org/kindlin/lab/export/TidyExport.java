package org.kindlin.lab.export;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;

/** A tidy table: plate, well, read, value. */
record TidyExport() implements ExportFormat {
    private static final String SATURATED = "saturated";

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
        Rows rows = new Rows().line("# " + run.mark() + ", " + run.test()).line("plate", "well", "read", "value");
        for (Plate plate : run.plates()) {
            for (Measurement measurement : Measurement.of(plate)) {
                measurement
                        .first()
                        .readings()
                        .forEach((well, reading) -> line(rows, plate, measurement, well, reading));
            }
        }
        return rows.csv();
    }

    private static void line(Rows rows, Plate plate, Measurement measurement, WellAddress well, Reading reading) {
        String read = (measurement.title() + " " + measurement.optics("/", "")).strip();
        if (!(reading instanceof Reading.Empty)) {
            rows.line(List.of(
                    Cell.of(plate.identifier()), Cell.of(well.toString()), Cell.of(read), Cell.of(reading, SATURATED)));
        }
    }
}
