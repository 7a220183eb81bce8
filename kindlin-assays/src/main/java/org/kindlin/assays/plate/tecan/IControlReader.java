package org.kindlin.assays.plate.tecan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads what i-control (Infinite, Safire, GENios) and SparkControl (Spark) of Tecan write: a workbook or text with the
 * settings of each label above its matrix or its table of cycles; wells down or across.
 */
public final class IControlReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "i-control",
            "Tecan",
            "i-control or SparkControl export (Infinite, Spark): 'Application: Tecan i-control' above '<>' matrices or"
                    + " 'Cycle Nr.' tables, as workbook or text, in English or German");
    private static final Pattern APPLICATION = Pattern.compile(
            "(?:Application|Programm)\\s*: ?(?:Tecan i-control|SparkControl).*", Pattern.CASE_INSENSITIVE);
    private static final int HEADER_ROWS = 6;

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream().anyMatch(IControlReader::isExport) ? 97 : 0;
    }

    private static boolean isExport(TextTable table) {
        return table.rows().stream()
                .limit(HEADER_ROWS)
                .flatMap(row -> row.cells().stream().limit(6))
                .anyMatch(cell -> cell.length() > 15
                        && cell.length() < 200
                        && APPLICATION.matcher(cell).matches());
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        List<Plate> plates = new ArrayList<>();
        for (TextTable table : source.tables()) {
            if (isExport(table)) {
                new IControlParser(table, findings).plate().ifPresent(plates::add);
            }
        }
        return plates;
    }
}
