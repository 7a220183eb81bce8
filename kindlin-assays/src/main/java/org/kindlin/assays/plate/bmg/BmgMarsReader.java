package org.kindlin.assays.plate.bmg;

import java.util.List;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads what MARS and SMART Control, the software of BMG LABTECH's readers (PHERAstar, CLARIOstar, Omega), export as text
 * or workbook: the microplate view (grids) and the table view (a line or a column for each well), with or without the
 * run's header. A workbook has both views of the same readings; its microplate sheets are read.
 */
public final class BmgMarsReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "bmg-mars",
            "BMG LABTECH",
            "BMG MARS or SMART Control export (PHERAstar, CLARIOstar, Omega): 'Test name:' and 'Test run no.:' or 'Test ID:'"
                    + " above 'Raw Data (...)' grids or a 'Well, Content, Raw Data (...)' table, as text or workbook");
    private static final Pattern KEY = Pattern.compile(
            "(?:User|Path|Test run no\\.|Test ID|Test name|ID1|ID2|ID3)\\s*[:=].*", Pattern.CASE_INSENSITIVE);
    private static final int HEADER_LINES = 200;

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream().mapToInt(BmgMarsReader::score).max().orElse(0);
    }

    private static int score(TextTable table) {
        int keys = 0;
        int data = 0;
        for (TextRow row :
                table.rows().subList(0, Math.min(HEADER_LINES, table.rows().size()))) {
            for (String cell : row.cells().subList(0, Math.min(16, row.cells().size()))) {
                keys += isKey(cell) ? 1 : 0;
                data += ReadLabel.isRawData(cell) ? 1 : 0;
            }
        }
        if (keys >= 2) {
            return 90;
        }
        return data > 0 ? 60 : 0;
    }

    /** Keys begin with one of four letters; most cells of a file do not. */
    private static boolean isKey(String cell) {
        return !cell.isEmpty()
                && "UuPpTtIi".indexOf(cell.charAt(0)) >= 0
                && KEY.matcher(cell).matches();
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        List<TextTable> microplates = source.tables().stream()
                .filter(table -> !table.sheet().startsWith("Table"))
                .toList();
        List<Plate> plates = plates(microplates, findings);
        return plates.isEmpty() ? plates(source.tables(), findings) : plates;
    }

    private static List<Plate> plates(List<TextTable> tables, Findings findings) {
        return tables.stream()
                .flatMap(table -> new BmgMarsParser(table, findings).plates().stream())
                .toList();
    }
}
