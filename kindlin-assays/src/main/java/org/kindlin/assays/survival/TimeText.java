package org.kindlin.assays.survival;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.text.DateText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.fault.Faults;

/** Times as a table writes them: numbers, or dates that count in days from another date. */
final class TimeText {
    private final Optional<DateText.Order> order;
    private final Faults faults;

    private TimeText(Optional<DateText.Order> order, Faults faults) {
        this.order = order;
        this.faults = faults;
    }

    /** What the dates of all columns together say about the order of day and month, unless it is stated. */
    static TimeText of(Optional<DateText.Order> stated, List<TextRow> rows, SurvivalColumns columns, Faults faults) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> {
            texts.add(columns.time().text(row));
            columns.origin().ifPresent(column -> texts.add(column.text(row)));
            columns.start().ifPresent(column -> texts.add(column.text(row)));
        });
        return new TimeText(stated.or(() -> DateText.order(texts)), faults);
    }

    /** The time of a cell: its number, or the days from the row's origin to its date. */
    OptionalDouble time(TidyColumn column, TextRow row, Optional<TidyColumn> origin) {
        if (!DateText.isDate(column.text(row))) {
            return column.number(row, faults);
        }
        if (origin.isEmpty()) {
            column.fault(
                    row,
                    "'" + column.name() + "' holds the date " + column.text(row)
                            + ", but nothing says from when time counts",
                    "state origin=COLUMN with the date of enrolment",
                    faults);
            return OptionalDouble.empty();
        }
        Optional<LocalDate> end = date(column, row);
        Optional<LocalDate> begin = date(origin.get(), row);
        return end.isPresent() && begin.isPresent()
                ? OptionalDouble.of((double) ChronoUnit.DAYS.between(begin.get(), end.get()))
                : OptionalDouble.empty();
    }

    private Optional<LocalDate> date(TidyColumn column, TextRow row) {
        String text = column.text(row);
        Optional<LocalDate> date = DateText.parse(text, order);
        if (date.isEmpty()) {
            boolean open = DateText.needsOrder(text) && order.isEmpty();
            column.fault(
                    row,
                    "'" + column.name() + "': " + (open ? text + " could be two dates" : "'" + text + "' is no date"),
                    open ? "state dateOrder=day-first or dateOrder=month-first" : "write dates as 2025-03-01",
                    faults);
        }
        return date;
    }
}
