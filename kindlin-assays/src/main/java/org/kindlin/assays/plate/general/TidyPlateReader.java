package org.kindlin.assays.plate.general;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/** Reads long tables: a header line, then one line per well (and plate, and read), columns in any order. */
public final class TidyPlateReader implements PlateReader {
    private static final int SCORE = 50;
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "tidy",
            "",
            "a table with the columns 'well' (or 'row' and 'column') and 'value', and perhaps 'plate' and 'read'");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int highestScore() {
        return SCORE;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream().mapToInt(TidyPlateReader::score).max().orElse(0);
    }

    private static int score(TextTable table) {
        Faults ignored = new Faults();
        List<TextRow> head = table.rows().subList(0, Math.min(50, table.rows().size()));
        TextTable start = new TextTable(
                table.file(), table.separator(), table.decimalMark(), head, true, table.findings(), table.sheet());
        return TidyTable.of(start, ignored)
                .flatMap(tidy -> TidyPlateColumns.of(tidy, table))
                .map(columns -> SCORE)
                .orElse(0);
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.tables().stream()
                .filter(table -> score(table) > 0)
                .flatMap(table -> read(table, findings.faults()).stream())
                .toList();
    }

    private static List<Plate> read(TextTable table, Faults faults) {
        return TidyTable.of(table, faults)
                .flatMap(tidy -> TidyPlateColumns.of(tidy, table).map(columns -> columns.read(tidy, table, faults)))
                .orElse(List.of());
    }
}
