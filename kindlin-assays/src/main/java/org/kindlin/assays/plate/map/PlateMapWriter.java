package org.kindlin.assays.plate.map;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateMap;
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

    private PlateMapWriter() {}

    /**
     * The map as comma-separated values.
     *
     * @param simulated whether the first line says that the plate is simulated
     */
    public static String write(PlateMap map, boolean simulated) {
        List<List<String>> rows = new ArrayList<>();
        if (simulated) {
            rows.add(List.of("# " + RawFile.SIMULATED_MARK));
        }
        rows.add(HEADER);
        map.wells().forEach(well -> rows.add(row(well)));
        return CsvText.of(rows);
    }

    private static List<String> row(Well well) {
        Quantity concentration = well.concentration();
        return List.of(
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
                SpreadsheetText.guard(well.exclusion()));
    }
}
