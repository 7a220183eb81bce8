package org.kindlin.assays.plate.map;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.SpreadsheetText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads a plate map in tidy form: one line per well, columns in any order. */
public final class TidyPlateMap {
    private static final Pattern CONCENTRATION =
            Pattern.compile("(?:concentration|conc\\.?|dose)(?:[\\s_]*[(\\[]\\s*|[\\s_]+)([^)\\]\\s]{1,8})\\s*[)\\]]?");

    private final TidyTable table;
    private final Faults faults;
    private final Optional<TidyColumn> well;
    private final Optional<TidyColumn> role;
    private final Optional<TidyColumn> compound;
    private final Optional<TidyColumn> concentration;
    private final Map<String, Optional<TidyColumn>> found = new HashMap<>();
    private final String unitOfHeader;

    private TidyPlateMap(TidyTable table, Faults faults) {
        this.table = table;
        this.faults = faults;
        this.well = well(table);
        this.role = roleOf(table);
        this.compound = compoundOf(table);
        this.concentration = concentrationColumn(table);
        this.unitOfHeader = concentration.map(TidyPlateMap::unitOf).orElse("");
    }

    /** Whether the columns are those of a plate map. */
    static boolean fits(TidyTable table) {
        boolean wells = well(table).isPresent()
                || (table.column("row", "well row").isPresent()
                        && table.column("column", "col", "well col").isPresent());
        return wells && (roleOf(table).isPresent() || compoundOf(table).isPresent());
    }

    static void read(TidyTable table, WellRules rules, Faults faults) {
        TidyPlateMap map = new TidyPlateMap(table, faults);
        table.rows().forEach(row -> map.well(row).ifPresent(rules::add));
    }

    private static Optional<TidyColumn> well(TidyTable table) {
        return table.column("well", "well id", "well position", "position", "address");
    }

    private static Optional<TidyColumn> roleOf(TidyTable table) {
        return table.column("role", "well role", "type", "well type");
    }

    private static Optional<TidyColumn> compoundOf(TidyTable table) {
        return table.column("compound", "compound name", "compound id", "drug", "inhibitor", "treatment", "substance");
    }

    private static Optional<TidyColumn> concentrationColumn(TidyTable table) {
        Optional<TidyColumn> plain = table.column("concentration", "conc", "dose");
        return plain.isPresent()
                ? plain
                : table.columns().stream()
                        .filter(column -> !unitOf(column).isEmpty())
                        .findFirst();
    }

    /** The unit in {@code concentration_nM}, {@code Conc. [uM]}, {@code dose (ng/mL)}. */
    static String unitOf(TidyColumn column) {
        return unitOf(column.name());
    }

    static String unitOf(String header) {
        String name = header.strip();
        Matcher matcher = CONCENTRATION.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.matches() ? name.substring(matcher.start(1), matcher.end(1)) : "";
    }

    private Optional<WellText> well(TextRow row) {
        String text = well.map(column -> column.text(row))
                .orElseGet(() -> text(row, "row", "well row") + text(row, "column", "col", "well col"));
        Optional<WellAddress> address = text.length() > 12 ? Optional.empty() : WellAddress.parse(text);
        if (address.filter(PlateFormat.WELLS_1536::contains).isEmpty()) {
            faults.add(table.file(), "line " + row.line(), "'" + text + "' is no well", "write wells as A1 to AF48");
            return Optional.empty();
        }
        String unit = text(row, "unit", "concentration unit", "units");
        return Optional.of(new WellText(
                "line " + row.line(),
                text(row, "plate", "plate id", "barcode"),
                address.get(),
                role.map(column -> column.text(row)).orElse(""),
                compound.map(column -> SpreadsheetText.unguard(column.text(row)))
                        .orElse(""),
                text(row, "form", "compound form", "salt", "salt form"),
                concentration.map(column -> column.text(row)).orElse(""),
                unit.isEmpty() ? unitOfHeader : unit,
                text(row, "level", "dose level"),
                text(row, "replicate", "rep"),
                text(row, "target", "kinase", "enzyme", "cell line", "line", "cells"),
                exclusion(row),
                text(row, "sample", "sample id", "specimen", "culture"),
                text(row, "fraction", "extract")));
    }

    private String text(TextRow row, String... names) {
        return found.computeIfAbsent(names[0], _ -> table.column(names))
                .map(column -> SpreadsheetText.unguard(column.text(row)))
                .orElse("");
    }

    private String exclusion(TextRow row) {
        String reason = text(row, "reason", "exclusion reason", "exclude reason");
        Optional<TidyColumn> column = table.column("exclude", "excluded", "exclusion");
        if (column.isEmpty()) {
            return reason;
        }
        String exclude = SpreadsheetText.unguard(column.get().text(row));
        return switch (exclude.toLowerCase(Locale.ROOT)) {
            case "", "no", "n", "false", "0", "-", "keep" -> "";
            case "yes", "y", "true", "1", "x", "exclude", "excluded" -> {
                if (reason.isEmpty()) {
                    column.get()
                            .fault(row, "a well is excluded without a reason", "say why in column 'reason'", faults);
                }
                yield reason;
            }
            default -> reason.isEmpty() ? exclude : exclude + ": " + reason;
        };
    }
}
