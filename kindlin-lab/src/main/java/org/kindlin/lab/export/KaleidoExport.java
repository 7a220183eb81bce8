package org.kindlin.lab.export;

import java.util.List;
import org.kindlin.assays.plate.Plate;

/** Plates in comma-separated values as Kaleido 3 exports them: results, then information, plate map and operations. */
record KaleidoExport() implements ExportFormat {
    private static final String SATURATED = "OVR";
    private static final String[] DETAILS = {
        "Barcode",
        "Repeat",
        "Loop no",
        "Well scan x",
        "Well scan y",
        "Exc wl / filter",
        "Ems wl",
        "TRF Window",
        "Analysis Parameter",
        "Label-free Parameter"
    };

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
        List<Measurement> operations = Measurement.of(run.plates().getFirst());
        Rows rows = new Rows()
                .line("EnSight Results from")
                .line("Protocol Name", run.test() + " (" + run.mark() + ")")
                .line("Measurement Date", run.plates().getFirst().date())
                .blank()
                .blank();
        for (int i = 0; i < operations.size(); i++) {
            for (Plate plate : run.plates()) {
                rows.line("Result for " + operation(operations, i))
                        .line(DETAILS)
                        .line(plate.identifier(), "1");
                rows.blank();
                rows.grid("", plate.format(), Measurement.of(plate).get(i).first(), SATURATED)
                        .blank();
            }
        }
        return rows.blank().all(information(run, operations)).padded().csv();
    }

    private static Rows information(ReaderRun run, List<Measurement> operations) {
        Plate plate = run.plates().getFirst();
        Rows rows = new Rows()
                .line("Measurement Information")
                .line("Measurement Started", "", plate.date())
                .blank()
                .line("Instrument Information")
                .line("Software Version", "", "Kaleido 3.5.3082.227")
                .blank()
                .line("Plate Type Information")
                .line("Plate Type Name", "", plate.format().size() + " General")
                .blank()
                .line("Measurement Sequence");
        for (int i = 0; i < operations.size(); i++) {
            rows.line(operation(operations, i));
        }
        rows.blank().line("Details of Measurement Sequence").blank();
        for (int i = 0; i < operations.size(); i++) {
            rows.line("Operation", "", "", operation(operations, i)).line("Measurement Mode", "", "", "Single");
            wavelengths(rows, operations.get(i));
            rows.blank();
        }
        return rows.line("Exported with Kaleido 3.5.3082.227");
    }

    private static void wavelengths(Rows rows, Measurement operation) {
        if (!operation.excitation().isEmpty()) {
            rows.line("Excitation Wavelength [nm]", "", "", operation.excitation());
            rows.line("Emission Wavelength [nm]", "", "", operation.detection());
        } else if (!operation.detection().isEmpty()) {
            rows.line("Excitation Wavelength [nm]", "", "", operation.detection());
        }
    }

    /** {@code Absorbance 1}: operations are numbered. */
    private static String operation(List<Measurement> operations, int index) {
        return operations.get(index).title() + " " + (index + 1);
    }
}
