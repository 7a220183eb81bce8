package org.kindlin.lab.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kindlin.assays.Version;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.allotrope.AllotropeWriter;

/** Plate-reader document of the Allotrope Simple Model. */
record AllotropeExport() implements ExportFormat {

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public Holds holds() {
        return Holds.SERIES;
    }

    @Override
    public byte[] write(ReaderRun run) {
        RawFile source = new RawFile(run.test(), run.mark().getBytes(StandardCharsets.UTF_8));
        return AllotropeWriter.write(
                source, run.plates().stream().map(AllotropeExport::named).toList(), Version.current());
    }

    /** The plate with reads named by wavelength; the model asks for no name, but several reads need one each. */
    private static Plate named(Plate plate) {
        List<PlateRead> reads = Measurement.of(plate).stream()
                .flatMap(measurement -> measurement.points().stream()
                        .map(read -> read.labelled((measurement.title() + " " + measurement.optics("/", "")).strip())))
                .toList();
        return new Plate(
                plate.file(),
                plate.identifier(),
                plate.date(),
                plate.format(),
                reads,
                plate.findings(),
                plate.labels());
    }
}
