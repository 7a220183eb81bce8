package org.kindlin.assays.plate.map;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridCell;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.text.SpreadsheetText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;

/**
 * Reads a plate map in grid form: one grid per property under its title ({@code compound}, {@code concentration (nM)},
 * {@code role}, ...), or one grid whose cells say everything ({@code defactinib 10 nM}). A line {@code plate,NAME} before
 * grids says which plate they are of.
 */
public final class GridPlateMap {
    private final TextTable table;
    private final Faults faults;
    private final Map<String, Map<WellAddress, WellText>> plates = new TreeMap<>();
    private final Map<String, Integer> titled = new HashMap<>();
    private String plate = "";
    private String title = "";
    private String unit = "";

    private GridPlateMap(TextTable table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    /** Whether the file holds at least one grid under column numbers. */
    static boolean fits(TextTable table) {
        return !GridFinder.ofText(table, new Faults()).all().isEmpty();
    }

    static void read(TextTable table, WellRules rules, Faults faults) {
        GridPlateMap map = new GridPlateMap(table, faults);
        map.read();
        map.plates
                .values()
                .forEach(wells ->
                        wells.values().stream().filter(well -> !well.isBlank()).forEach(rules::add));
    }

    private void read() {
        List<GridBlock> blocks = GridFinder.ofText(table, faults).all();
        int row = 0;
        for (GridBlock block : blocks) {
            title = "";
            unit = "";
            for (; row < block.first(); row++) {
                above(table.rows().get(row));
            }
            String corner = table.rows().get(block.first()).cell(0);
            if (title.isEmpty() && !corner.isEmpty()) {
                title = corner;
            }
            take(block);
            row = block.end();
        }
    }

    private void above(TextRow row) {
        String first = row.cell(0);
        if (row.isBlank() || first.startsWith("#")) {
            return;
        }
        if (first.toLowerCase(Locale.ROOT).matches("plate:?") && !row.cell(1).isEmpty()) {
            plate = SpreadsheetText.unguard(row.cell(1));
            return;
        }
        title = first;
        unit = row.cell(1);
    }

    private void take(GridBlock block) {
        GridProperty property = GridProperty.of(title);
        if (property == GridProperty.EVERYTHING && !title.isEmpty() && !isGeneral(title)) {
            faults.add(
                    table.file(),
                    "line " + table.rows().get(block.first()).line(),
                    "a grid titled '" + title + "'",
                    "title grids compound, form, concentration (unit), role, level, replicate, target or exclude, or"
                            + " 'plate map' where a cell says everything");
            return;
        }
        Integer before = titled.putIfAbsent(
                plate + "\n" + property, table.rows().get(block.first()).line());
        if (before != null) {
            faults.add(
                    table.file(),
                    "line " + table.rows().get(block.first()).line(),
                    "a second grid of the same kind as the one on line " + before,
                    "title each grid, or write a line 'plate,NAME' before the grids of each plate");
            return;
        }
        block.cells().forEach(cell -> take(cell, property));
    }

    private static boolean isGeneral(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return lower.contains("layout") || lower.contains("map") || lower.startsWith("plate") || lower.equals("<>");
    }

    private void take(GridCell cell, GridProperty property) {
        String text = SpreadsheetText.unguard(cell.text());
        Map<WellAddress, WellText> wells = plates.computeIfAbsent(plate, key -> new TreeMap<>());
        WellText known = wells.get(cell.well());
        WellText well = known != null ? known : WellText.blank(cell.row().place(cell.column()), plate, cell.well());
        if (!text.isEmpty()) {
            String unitOfTitle = TidyPlateMap.unitOf(title);
            wells.put(cell.well(), property.put(well, text, unitOfTitle.isEmpty() ? unit : unitOfTitle));
        }
    }
}
