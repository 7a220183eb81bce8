package org.kindlin.assays.plate.general;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.plate.format.ReadingText;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Which columns of a tidy table say what.
 *
 * @param well the well address; null where row and column stand apart
 * @param row plate row; null where the well address stands in one column
 * @param column plate column; null likewise
 * @param plate null where all lines are of one plate
 * @param read label of the read; null where each value column is one
 * @param values at least one
 */
public record TidyPlateColumns(
        @Nullable TidyColumn well,
        @Nullable TidyColumn row,
        @Nullable TidyColumn column,
        @Nullable TidyColumn plate,
        @Nullable TidyColumn read,
        List<TidyColumn> values) {

    private static final String[] VALUES = {
        "value",
        "signal",
        "reading",
        "response",
        "raw",
        "raw value",
        "rlu",
        "rfu",
        "od",
        "cps",
        "counts",
        "intensity",
        "luminescence",
        "fluorescence",
        "absorbance",
        "measurement"
    };

    /** The columns, where there are wells and values. */
    static Optional<TidyPlateColumns> of(TidyTable tidy, TextTable table) {
        TidyColumn well = tidy.column("well", "well id", "well position", "position", "address", "well name")
                .orElse(null);
        TidyColumn row = tidy.column("row", "well row", "plate row").orElse(null);
        TidyColumn column = tidy.column("column", "col", "well col", "well column", "plate column")
                .orElse(null);
        boolean wells = well != null ? anyWell(tidy, well) : row != null && column != null;
        List<TidyColumn> values = values(tidy, table);
        if (!wells || values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TidyPlateColumns(
                well,
                row,
                column,
                tidy.column("plate", "plate id", "barcode", "plate barcode", "plate name")
                        .orElse(null),
                tidy.column("read", "label", "channel", "read label").orElse(null),
                values));
    }

    private static boolean anyWell(TidyTable tidy, TidyColumn well) {
        return tidy.rows().stream()
                .limit(50)
                .anyMatch(row -> WellAddress.parse(limited(well.text(row))).isPresent());
    }

    private static List<TidyColumn> values(TidyTable tidy, TextTable table) {
        List<TidyColumn> known = new ArrayList<>();
        for (String name : VALUES) {
            tidy.column(name).filter(column -> !known.contains(column)).ifPresent(known::add);
        }
        tidy.columns().stream()
                .filter(column -> ReadLabel.isRawData(column.name()) && !known.contains(column))
                .forEach(known::add);
        return known.stream()
                .filter(column -> holdsReadings(tidy, column, table))
                .toList();
    }

    private static boolean holdsReadings(TidyTable tidy, TidyColumn column, TextTable table) {
        return tidy.rows().stream()
                .limit(50)
                .anyMatch(row -> !(table.number(column.text(row)) instanceof NumberText.NotNumber));
    }

    List<Plate> read(TidyTable tidy, TextTable table, Faults faults) {
        Map<String, Map<String, SortedMap<WellAddress, Reading>>> plates = new LinkedHashMap<>();
        for (TextRow line : tidy.rows()) {
            Optional<WellAddress> address = address(line, faults);
            String plateName = plate == null ? "" : plate.text(line);
            for (TidyColumn value : values) {
                address.ifPresent(there -> add(
                        plates.computeIfAbsent(plateName, key -> new LinkedHashMap<>()), there, line, value, faults));
            }
        }
        List<Plate> found = new ArrayList<>();
        plates.forEach((name, reads) -> plate(table, name, reads).ifPresent(found::add));
        return found;
    }

    private void add(
            Map<String, SortedMap<WellAddress, Reading>> reads,
            WellAddress address,
            TextRow line,
            TidyColumn value,
            Faults faults) {
        String text = value.text(line);
        if (NumberText.parse(text, value.decimalMark()) instanceof NumberText.Ambiguous) {
            value.numberIfPresent(line, faults);
            return;
        }
        String label = label(line, value);
        Reading reading = ReadingText.parse(text, value.decimalMark());
        if (reads.computeIfAbsent(label, key -> new TreeMap<>()).put(address, reading) != null) {
            value.fault(
                    line,
                    "well " + address + " stands a second time"
                            + (plate == null ? "" : " on plate " + plate.text(line)),
                    "give every well of a plate and read once",
                    faults);
        }
    }

    private String label(TextRow line, TidyColumn value) {
        String label = read == null ? "" : read.text(line);
        if (label.isEmpty()) {
            return value.name();
        }
        return values.size() == 1 ? label : label + " " + value.name();
    }

    private static Optional<Plate> plate(
            TextTable table, String name, Map<String, SortedMap<WellAddress, Reading>> reads) {
        PlateBuilder plate = new PlateBuilder(table.file(), name);
        reads.forEach((label, readings) -> plate.add(PlateRead.endpoint(label, ReadLabel.mode(label), readings)));
        return plate.build();
    }

    private Optional<WellAddress> address(TextRow line, Faults faults) {
        TidyColumn first = well != null ? well : row;
        if (first == null) {
            return Optional.empty();
        }
        String text = well != null || column == null ? first.text(line) : first.text(line) + column.text(line);
        Optional<WellAddress> address = WellAddress.parse(limited(text));
        if (address.filter(PlateFormat.WELLS_1536::contains).isEmpty()) {
            first.fault(line, "'" + text + "' is no well", "write wells as A1 to AF48", faults);
            return Optional.empty();
        }
        return address;
    }

    private static String limited(String text) {
        return text.length() > 12 ? "" : text;
    }
}
