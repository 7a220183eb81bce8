package org.kindlin.assays.plate.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * What a tidy plate map says of the second agent in a well, beside what every plate map says of the first: columns {@code
 * compound2} and {@code concentration2} with {@code unit2}, or {@code concentration2_nM}.
 */
public final class SecondAgents {
    private static final Pattern DOSE = Pattern.compile(
            "(?:concentration|conc\\.?|dose)[ _-]?2[ _(\\[]*([^ )\\]]{0,12})[)\\]]?", Pattern.CASE_INSENSITIVE);

    private final Map<Place, SecondAgent> doses = new HashMap<>();

    /** A well; the plate is empty where the map holds for every plate. */
    private record Place(String plate, WellAddress address) {}

    private SecondAgents() {}

    /** What a map says; a dose that is none, or has no unit, becomes a fault. */
    public static SecondAgents of(RawFile map, Faults faults) {
        return TidyTable.read(map, new Faults()).map(table -> of(table, faults)).orElseGet(SecondAgents::new);
    }

    static SecondAgents of(TidyTable table, Faults faults) {
        SecondAgents agents = new SecondAgents();
        Optional<TidyColumn> dose = table.columns().stream()
                .filter(column -> DOSE.matcher(column.name().strip()).matches())
                .findFirst();
        dose.ifPresent(column -> table.rows().forEach(row -> agents.add(table, column, row, faults)));
        return agents;
    }

    /** Whether the map says anything of a second agent. */
    public boolean isEmpty() {
        return doses.isEmpty();
    }

    /** The second agent of a well. */
    public Optional<SecondAgent> at(String plate, WellAddress address) {
        SecondAgent named = doses.get(new Place(plate, address));
        return Optional.ofNullable(named == null ? doses.get(new Place("", address)) : named);
    }

    private void add(TidyTable table, TidyColumn column, TextRow row, Faults faults) {
        Optional<WellAddress> address =
                WellAddress.parse(text(table, row, "well", "well id", "well position", "position", "address"));
        if (address.isEmpty() || NumberText.isMissing(column.text(row))) {
            return;
        }
        OptionalDouble number = column.nonNegative(row, faults);
        Matcher title = DOSE.matcher(column.name().strip());
        String inTitle = title.matches() ? title.group(1) : "";
        String unitText = inTitle.isEmpty() ? text(table, row, "unit2", "concentration unit2") : inTitle;
        Optional<Unit> unit = Unit.parse(unitText);
        if (number.isPresent() && unit.isEmpty()) {
            column.fault(
                    row,
                    "the second agent's dose has no unit",
                    "give the column unit2, or name this one concentration2_nM",
                    faults);
        } else if (number.isPresent()) {
            doses.put(
                    new Place(text(table, row, "plate", "plate id", "barcode"), address.get()),
                    new SecondAgent(
                            text(table, row, "compound2", "second compound", "drug2"),
                            new Quantity(number.getAsDouble(), unit.orElseThrow())));
        }
    }

    private static String text(TidyTable table, TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row).strip()).orElse("");
    }
}
