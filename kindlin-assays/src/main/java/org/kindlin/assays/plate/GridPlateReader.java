package org.kindlin.assays.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;

/** Reads bare grids: 8x12, 16x24, 32x48 and the smaller plates, with or without row letters and column numbers. */
final class GridPlateReader implements PlateReader {
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
    public int score(TextTable table) {
        return GridFinder.ofReadings(table, new Faults()).all().isEmpty() ? 0 : 30;
    }

    @Override
    public List<Plate> read(TextTable table, Faults faults) {
        List<GridBlock> blocks = GridFinder.ofReadings(table, faults).all();
        List<Plate> plates = new ArrayList<>();
        int before = 0;
        for (GridBlock block : blocks) {
            String title = title(table, before, block.first());
            CutOff.check(table, block, faults);
            String number = blocks.size() == 1 ? "" : Integer.toString(plates.size() + 1);
            plate(table, block, title, title.isEmpty() ? number : title, faults).ifPresent(plates::add);
            before = block.end();
        }
        return plates;
    }

    private static Optional<Plate> plate(
            TextTable table, GridBlock block, String title, String identifier, Faults faults) {
        PlateBuilder plate = new PlateBuilder(table, identifier);
        SortedMap<WellAddress, Reading> readings = block.readings(table, faults);
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
