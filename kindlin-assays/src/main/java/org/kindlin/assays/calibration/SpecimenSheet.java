package org.kindlin.assays.calibration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * What a tidy plate map says of specimens beyond what every plate map says: columns {@code sample}, {@code fraction}, {@code
 * dilution}, {@code spike}, {@code cells}, {@code protein_ug}, {@code replicate}. A map in grid form says nothing of them.
 */
final class SpecimenSheet {
    private static final Pattern RATIO = Pattern.compile("1\\s*[:/]\\s*(\\d{1,6}(?:\\.\\d{1,6})?)");

    private final Map<Place, Entry> entries = new HashMap<>();

    /** A well; the plate is empty where the map holds for every plate. */
    private record Place(String plate, WellAddress address) {}

    /**
     * @param sample name of the culture; empty where not stated
     * @param fraction as written, in lower case
     * @param dilution 4 for one part in four; 1 where not stated
     * @param added in the unit of the standards
     * @param per cells and protein of the culture
     */
    record Entry(String sample, String fraction, double dilution, double added, Denominators per, String replicate) {
        static final Entry NOTHING = new Entry("", "", 1, 0, Denominators.NONE, "");
    }

    private SpecimenSheet() {}

    /** The sheet of a map; numbers that are none become faults. */
    static SpecimenSheet of(RawFile map, Faults faults) {
        SpecimenSheet sheet = new SpecimenSheet();
        Optional<TidyTable> table = TidyTable.read(map, new Faults());
        table.filter(found -> found.column("well", "well id", "well position", "position", "address")
                        .isPresent())
                .ifPresent(found -> found.rows().forEach(row -> sheet.add(found, row, faults)));
        return sheet;
    }

    /** What a reader's file itself says of specimens: their identifiers and dilutions. */
    static SpecimenSheet of(Plate plate) {
        SpecimenSheet sheet = new SpecimenSheet();
        plate.labels()
                .forEach((address, label) -> sheet.entries.put(
                        new Place("", address),
                        new Entry(
                                label.name().isEmpty() ? label.specimen() : label.name(),
                                "",
                                factor(label),
                                0,
                                Denominators.NONE,
                                "")));
        return sheet;
    }

    private static double factor(WellLabel label) {
        Double amount = label.amount();
        if (amount == null || !(amount > 0) || label.kind() == WellLabel.Kind.STANDARD) {
            return 1;
        }
        return amount < 1 ? 1 / amount : amount;
    }

    Entry at(String plate, WellAddress address) {
        Entry named = entries.get(new Place(plate, address));
        return named != null ? named : entries.getOrDefault(new Place("", address), Entry.NOTHING);
    }

    private void add(TidyTable table, TextRow row, Faults faults) {
        WellAddress.parse(text(table, row, "well", "well id", "well position", "position", "address"))
                .ifPresent(address -> entries.put(
                        new Place(text(table, row, "plate", "plate id", "barcode"), address),
                        entry(table, row, faults)));
    }

    /** What a row says of its specimen. */
    static Entry entry(TidyTable table, TextRow row, Faults faults) {
        OptionalDouble cells = number(table, row, faults, "cells", "cell count", "cell number");
        OptionalDouble protein = number(table, row, faults, "protein ug", "protein (ug)", "protein");
        return new Entry(
                text(table, row, "sample", "sample id", "specimen", "culture"),
                text(table, row, "fraction", "extract").toLowerCase(Locale.ROOT),
                dilution(table, row, faults),
                number(table, row, faults, "spike", "spiked", "added").orElse(0),
                new Denominators(positive(cells), positive(protein)),
                text(table, row, "replicate", "rep"));
    }

    /** A culture without cells or protein was not measured: nothing is divided by zero. */
    private static OptionalDouble positive(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() > 0 ? number : OptionalDouble.empty();
    }

    private static String text(TidyTable table, TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row).strip()).orElse("");
    }

    private static OptionalDouble number(TidyTable table, TextRow row, Faults faults, String... names) {
        Optional<TidyColumn> column = table.column(names);
        if (column.isEmpty() || NumberText.isMissing(column.get().text(row))) {
            return OptionalDouble.empty();
        }
        return column.get().nonNegative(row, faults);
    }

    /** 4, 1:4, 1/4 and 0.25 all mean one part in four. */
    private static double dilution(TidyTable table, TextRow row, Faults faults) {
        Optional<TidyColumn> column = table.column("dilution", "dilution factor", "dil");
        if (column.isEmpty() || NumberText.isMissing(column.get().text(row))) {
            return 1;
        }
        Matcher ratio = RATIO.matcher(column.get().text(row));
        double factor = ratio.matches()
                ? Double.parseDouble(ratio.group(1))
                : column.get().numberIfPresent(row, faults).orElse(1);
        if (!(factor > 0)) {
            column.get()
                    .fault(
                            row,
                            "a dilution of " + column.get().text(row),
                            "write 4 or 1:4 for one part in four",
                            faults);
            return 1;
        }
        return factor < 1 ? 1 / factor : factor;
    }
}
