package org.kindlin.assays.plate.agilent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads what Gen5, the software of Agilent's (formerly BioTek's) readers, exports as text or workbook: result matrices,
 * lists of wells with statistics, kinetic tables, spectra and area scans, of one plate or of several one after the other.
 */
public final class Gen5Reader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "gen5",
            "Agilent (BioTek)",
            "Gen5 export (Synergy, Cytation, Epoch): 'Software Version', 'Experiment File Path:' and 'Reader Type:' above"
                    + " result matrices, 'Time, T°, A1, A2, ...' tables or lists of wells; or a list titled 'Well ID' and 'Well' with"
                    + " 'Conc/Dil' or 'Std Dev'; as text or workbook");
    private static final Set<String> KEYS = Set.of(
            "Software Version",
            "Experiment File Path:",
            "Protocol File Path:",
            "Plate Number",
            "Reader Type:",
            "Reader Serial Number:",
            "Reading Type",
            "Procedure Details");
    private static final int HEADER_ROWS = 120;

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream()
                .mapToInt(table -> keys(table) >= 3 ? 95 : isStatistics(table) ? 85 : 0)
                .max()
                .orElse(0);
    }

    /** Whether a table of statistics stands by itself: the header may be left out of an export. */
    private static boolean isStatistics(TextTable table) {
        return table.rows().stream()
                .limit(HEADER_ROWS)
                .map(TextRow::cells)
                .anyMatch(cells -> cells.contains("Well ID")
                        && cells.contains("Well")
                        && (cells.contains("Conc/Dil") || cells.contains("Std Dev")));
    }

    private static int keys(TextTable table) {
        List<TextRow> rows = table.rows();
        return (int) rows.subList(0, Math.min(HEADER_ROWS, rows.size())).stream()
                .flatMap(row -> row.cells().stream().limit(2))
                .filter(KEYS::contains)
                .distinct()
                .count();
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        List<Plate> plates = new ArrayList<>();
        for (TextTable table : source.tables()) {
            plates.addAll(new Gen5Parser(table, findings).plates());
        }
        return plates;
    }
}
