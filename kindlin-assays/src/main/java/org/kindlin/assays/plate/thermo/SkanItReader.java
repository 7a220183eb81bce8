package org.kindlin.assays.plate.thermo;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads what SkanIt, the software of Thermo Fisher Scientific's readers, exports as workbook or text: under each step a
 * matrix for each plate, a table of times or wavelengths, or a list of wells.
 */
public final class SkanItReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "skanit",
            "Thermo Fisher Scientific",
            "SkanIt export (Varioskan, Multiskan, Fluoroskan, Luminoskan): 'Measurement results' above a step's name, its"
                    + " wavelength and matrices, or 'Autoloading range', as workbook or text");
    private static final int HEADER_ROWS = 400;

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream().mapToInt(SkanItReader::score).max().orElse(0);
    }

    private static int score(TextTable table) {
        boolean results = isResults(table);
        boolean named = table.rows().stream()
                .limit(HEADER_ROWS)
                .flatMap(row -> row.cells().stream().limit(6))
                .anyMatch(cell -> cell.startsWith("SkanIt Software") || cell.startsWith("Autoloading range"));
        return named ? 94 : results ? 70 : 0;
    }

    private static boolean isResults(TextTable table) {
        return table.rows().stream()
                .limit(HEADER_ROWS)
                .anyMatch(row ->
                        row.cell(0).equals(SkanItParser.RESULTS) || row.cell(0).startsWith("Autoloading range"));
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        List<TextTable> results =
                source.tables().stream().filter(SkanItReader::isResults).toList();
        SkanItParser parser = new SkanItParser(source.file().path(), findings);
        (results.isEmpty() ? source.tables() : results).forEach(parser::read);
        return parser.plates();
    }
}
