package org.kindlin.assays.plate.revvity;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Reads what Kaleido, the software of Revvity's EnSight and VICTOR Nivo readers, exports as plates in text, versions 2 and 3. */
public final class KaleidoReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "kaleido",
            "Revvity (PerkinElmer)",
            "Kaleido export (EnSight, VICTOR Nivo): 'Results for ...' and 'Barcode: ..., PlateRepeat: ...' or 'EnSight Results"
                    + " from' and 'Result for ...' above grids, 'Exported with Kaleido' at the end");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream().anyMatch(KaleidoReader::isExport) ? 96 : 0;
    }

    private static boolean isExport(TextTable table) {
        return table.rows().stream()
                .anyMatch(row -> row.cell(0).startsWith("Exported with Kaleido")
                        || row.cell(0).startsWith("EnSight Results from")
                        || row.cell(2).startsWith("Kaleido "));
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.table()
                .map(table -> new KaleidoParser(table, findings).plates())
                .orElse(List.of());
    }
}
