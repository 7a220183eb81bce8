package org.kindlin.assays.plate.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.CutOff;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/** Reads bare grids: 8x12, 16x24, 32x48 and the smaller plates, with or without row letters and column numbers. */
public final class GridPlateReader implements PlateReader {
    private static final int SCORE = 30;
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "grid",
            "",
            "a grid of 8x12, 16x24 or 32x48 readings (or 2x3, 3x4, 4x6, 6x8), with or without row letters A, B, ... and"
                    + " column numbers 1, 2, ...");

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
        boolean any = source.tables().stream()
                .map(TextTable::withoutEmptyLeft)
                .anyMatch(table ->
                        !GridFinder.ofReadings(table, new Faults()).all().isEmpty());
        return any ? SCORE : 0;
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.tables().stream()
                .map(TextTable::withoutEmptyLeft)
                .flatMap(table -> read(table, findings).stream())
                .toList();
    }

    private static List<Plate> read(TextTable table, Findings findings) {
        List<GridBlock> blocks = GridFinder.ofReadings(table, findings.faults()).all();
        List<Plate> plates = new ArrayList<>();
        int before = 0;
        for (GridBlock block : blocks) {
            String title = title(table, before, block.first());
            CutOff.check(table, block, findings.faults());
            String number = blocks.size() == 1 ? table.sheet() : (table.sheet() + " " + (plates.size() + 1)).strip();
            plate(table, block, title, title.isEmpty() ? number : title, findings)
                    .ifPresent(plates::add);
            before = block.end();
        }
        return plates;
    }

    private static Optional<Plate> plate(
            TextTable table, GridBlock block, String title, String identifier, Findings findings) {
        PlateBuilder plate = new PlateBuilder(table.file(), identifier);
        SortedMap<WellAddress, Reading> readings = block.readings(table, findings);
        DetectionMode mode = ReadLabel.mode(title);
        plate.add(PlateRead.endpoint(title.isEmpty() ? "grid" : title, mode, readings));
        plate.cover(block.rows(), block.columns());
        return plate.build();
    }

    /** The last line of text between the grid before and this one; a remark is none. */
    private static String title(TextTable table, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            TextRow row = table.rows().get(i);
            if (!row.isBlank() && !row.cell(0).startsWith("#")) {
                return row.withoutTrailingBlanks().stream()
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }
}
