package org.kindlin.assays.plate.revvity;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads what the EnVision Workstation of Revvity (formerly PerkinElmer) exports as text: per plate and label a "Plate
 * information" section and a grid, titled and numbered (export formats Plate2 to Plate4) or bare (Plate).
 */
public final class EnVisionReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "envision",
            "Revvity (PerkinElmer)",
            "EnVision export: 'Plate information' with a 'Measurement date' above 'Results for ...' or bare grids");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.table().map(EnVisionReader::score).orElse(0);
    }

    private static int score(TextTable table) {
        boolean information = false;
        for (int i = 0; i < table.rows().size(); i++) {
            TextRow row = table.rows().get(i);
            information |= row.cell(0).equals("Plate information");
            if (information && EnVisionSection.isPlateHeader(row)) {
                return 95;
            }
        }
        return 0;
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.table()
                .map(table -> new EnVisionParser(table, findings).plates())
                .orElse(List.of());
    }
}
