package org.kindlin.assays.plate.tecan;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Reads what Magellan, Tecan's data analysis software, exports as a list of wells, as workbook or text. */
public final class MagellanReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "magellan",
            "Tecan",
            "Magellan list: a 'Well positions' column beside 'Raw data' or label columns, above 'Date of measurement:'"
                    + " and 'Measurement mode:' lines");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream()
                .mapToInt(table -> MagellanList.titles(table).isEmpty() ? 0 : isMagellan(table) ? 96 : 60)
                .max()
                .orElse(0);
    }

    private static boolean isMagellan(TextTable table) {
        return table.sheet().startsWith("Magellan")
                || table.rows().stream()
                        .anyMatch(row -> row.cell(0).startsWith("Date of measurement:")
                                || row.cell(0).endsWith(".mth"));
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.tables().stream()
                .map(table ->
                        MagellanList.titles(table).flatMap(titles -> new MagellanList(table, titles, findings).plate()))
                .flatMap(Optional::stream)
                .toList();
    }
}
