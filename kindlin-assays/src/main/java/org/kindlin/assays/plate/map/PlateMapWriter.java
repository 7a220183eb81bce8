package org.kindlin.assays.plate.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.SpreadsheetText;

/** Writes a plate map in the tidy form that {@link PlateMapReader} reads; no cell is a formula to a spreadsheet. */
public final class PlateMapWriter {
    private static final List<String> HEADER = List.of(
            "plate",
            "well",
            "role",
            "compound",
            "form",
            "concentration",
            "unit",
            "level",
            "replicate",
            "target",
            "exclude",
            "reason");
    private static final List<String> OF_SPECIMENS = List.of("sample", "fraction");
    private static final List<String> OF_SECOND = List.of("compound2", "concentration2", "unit2");

    private PlateMapWriter() {}

    /**
     * The map as comma-separated values; with columns of specimens where a well is part of one, of the second agent where a
     * well has two.
     *
     * @param simulated whether the first line says that the plate is simulated
     */
    public static String write(PlateMap map, boolean simulated) {
        List<List<String>> rows = new ArrayList<>();
        if (simulated) {
            rows.add(List.of("# " + RawFile.SIMULATED_MARK));
        }
        boolean specimens = map.wells().stream().anyMatch(well -> !(well.sample() + well.fraction()).isEmpty());
        List<String> header = new ArrayList<>(HEADER);
        header.addAll(specimens ? OF_SPECIMENS : List.of());
        boolean seconds = map.wells().stream().anyMatch(well -> well.second() != null);
        header.addAll(seconds ? OF_SECOND : List.of());
        rows.add(header);
        map.wells().forEach(well -> {
            List<String> row = row(well, specimens);
            row.addAll(seconds ? second(well.second()) : List.of());
            rows.add(row);
        });
        return CsvText.of(rows);
    }

    private static List<String> second(@Nullable SecondAgent second) {
        return second == null
                ? List.of("", "", "")
                : List.of(
                        SpreadsheetText.guard(second.compound()),
                        CsvText.number(second.concentration().value()),
                        second.concentration().unit().symbol());
    }

    private static List<String> row(Well well, boolean specimens) {
        Quantity concentration = well.concentration();
        List<String> row = new ArrayList<>(List.of(
                SpreadsheetText.guard(well.plate()),
                well.address().toString(),
                well.role().label(),
                SpreadsheetText.guard(well.compound()),
                SpreadsheetText.guard(well.form()),
                concentration == null ? "" : CsvText.number(concentration.value()),
                concentration == null ? "" : concentration.unit().symbol(),
                SpreadsheetText.guard(well.level()),
                well.replicate() == 0 ? "" : Integer.toString(well.replicate()),
                SpreadsheetText.guard(well.target()),
                well.excluded() ? "yes" : "",
                SpreadsheetText.guard(well.exclusion())));
        if (specimens) {
            row.add(SpreadsheetText.guard(well.sample()));
            row.add(SpreadsheetText.guard(well.fraction()));
        }
        return row;
    }
}
