package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kindlin.assays.response.ReportedTrial.Value;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * What a table of counts says beside its counts: compound, design, the whole that a row is a part of, the rate, and medians and
 * hazard ratios with their intervals, all as printed.
 */
record LedgerColumns(TidyTable table, String unit) {
    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity("medianPfs", true, "pfs", "median pfs"),
            new Quantity("medianOs", true, "os", "median os"),
            new Quantity("medianDuration", true, "dor", "median dor", "duration"),
            new Quantity("hazardRatio", false, "hr", "hazard ratio"));

    /** A quantity and the names of its column; its limits have those names with "low" and "high" after them. */
    private record Quantity(String estimate, boolean isTime, String... names) {}

    /** Whether a table says anything beside counts. */
    boolean any() {
        return column("compound").isPresent()
                || column("design").isPresent()
                || rate().isPresent()
                || QUANTITIES.stream()
                        .anyMatch(quantity -> column(quantity.names).isPresent());
    }

    private Optional<TidyColumn> column(String... names) {
        return table.column(names);
    }

    private Optional<TidyColumn> rate() {
        return column("orr", "published orr", "printed orr", "response rate");
    }

    /** The rate as printed in a row. */
    Optional<String> printedRate(TextRow row) {
        return rate().map(column -> column.text(row)).filter(text -> !NumberText.isMissing(text));
    }

    ReportedTrial trial(String name, OptionalInt n, boolean hasCounts, TextRow row, Faults faults) {
        List<Value> values = new ArrayList<>();
        QUANTITIES.forEach(quantity -> value(quantity, row, faults).ifPresent(values::add));
        return new ReportedTrial(
                name,
                n,
                text(row, "compound", "drug", "treatment"),
                text(row, "design"),
                Optional.of(text(row, "part of", "whole")).filter(whole -> !whole.isEmpty()),
                hasCounts,
                printedRate(row),
                values);
    }

    private String text(TextRow row, String... names) {
        return column(names)
                .map(column -> column.text(row))
                .filter(text -> !NumberText.isMissing(text))
                .orElse("");
    }

    private Optional<Value> value(Quantity quantity, TextRow row, Faults faults) {
        Optional<TidyColumn> column = column(quantity.names);
        OptionalDouble value = positive(column, row, faults);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble low = positive(limit(quantity, "low"), row, faults);
        OptionalDouble high = positive(limit(quantity, "high"), row, faults);
        boolean isInside = low.orElse(value.getAsDouble()) <= value.getAsDouble()
                && value.getAsDouble() <= high.orElse(value.getAsDouble());
        if (!isInside) {
            column.orElseThrow()
                    .fault(
                            row,
                            column.get().name() + " " + value.getAsDouble() + " does not lie between its limits",
                            "correct value or limits",
                            faults);
        }
        return Optional.of(
                new Value(quantity.estimate, value.getAsDouble(), low, high, quantity.isTime ? timeUnit(row) : ""));
    }

    /** Unit of a row's times where it has its own. */
    private String timeUnit(TextRow row) {
        String own = text(row, "time unit");
        return own.isEmpty() ? unit : own;
    }

    private Optional<TidyColumn> limit(Quantity quantity, String end) {
        String[] names = new String[quantity.names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = quantity.names[i] + " " + end.toLowerCase(Locale.ROOT);
        }
        return column(names);
    }

    private static OptionalDouble positive(Optional<TidyColumn> column, TextRow row, Faults faults) {
        OptionalDouble number =
                column.map(found -> found.numberIfPresent(row, faults)).orElse(OptionalDouble.empty());
        if (number.isPresent() && number.getAsDouble() <= 0) {
            column.orElseThrow()
                    .fault(row, column.get().name() + " is not above zero", "give a positive number", faults);
            return OptionalDouble.empty();
        }
        return number;
    }
}
