package org.kindlin.lab.export;

import org.kindlin.assays.plate.Plate;

/** Bare grids with row letters and column numbers, each under the name of its plate. */
record GridExport() implements ExportFormat {
    private static final String SATURATED = "saturated";

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public Holds holds() {
        return Holds.ONE_READ;
    }

    @Override
    public byte[] write(ReaderRun run) {
        Rows rows = new Rows().line("# " + run.mark() + ", " + run.test());
        for (Plate plate : run.plates()) {
            rows.line(plate.identifier())
                    .grid("", plate.format(), plate.reads().getFirst(), SATURATED)
                    .blank();
        }
        return rows.csv();
    }
}
