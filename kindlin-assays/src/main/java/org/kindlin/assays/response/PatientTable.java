package org.kindlin.assays.response;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** One row for each patient: best response, and perhaps change of size, duration and progression-free survival. */
final class PatientTable {
    private final TidyTable table;
    private final ResponseProtocol protocol;
    private final ResponseTables found;
    private final Faults faults;
    private final Map<String, Integer> seen = new HashMap<>();

    private PatientTable(TidyTable table, ResponseProtocol protocol, ResponseTables found, Faults faults) {
        this.table = table;
        this.protocol = protocol;
        this.found = found;
        this.faults = faults;
    }

    static void read(TidyTable table, ResponseProtocol protocol, ResponseTables found, Faults faults) {
        new PatientTable(table, protocol, found, faults).read();
    }

    private record Columns(
            Optional<TidyColumn> id,
            Optional<TidyColumn> arm,
            TidyColumn response,
            Optional<TidyColumn> change,
            Optional<TidyColumn> duration,
            Optional<TidyColumn> durationEvent,
            Optional<TidyColumn> pfs,
            Optional<TidyColumn> pfsEvent,
            Optional<TidyColumn> exclude) {}

    private void read() {
        ResponseProtocol.Columns names = protocol.columns();
        Optional<TidyColumn> response = names.response()
                .map(name -> table.required(name, faults))
                .orElseGet(() -> table.column("response", "bor", "best response", "best overall response"));
        if (response.isEmpty()) {
            if (names.response().isEmpty()) {
                String there = String.join(
                        ", ", table.columns().stream().map(TidyColumn::name).toList());
                faults.add(
                        table.file(),
                        "header",
                        "no column is named as response, responders or lesion",
                        "state response=COLUMN or responders=COLUMN; the columns are: " + there);
            }
            return;
        }
        Columns columns = new Columns(
                ResponseReader.id(table, protocol, faults),
                ResponseReader.arm(table, protocol, faults),
                response.get(),
                column(names.change(), "best change", "change"),
                column(names.durationTime(), "dor", "duration", "duration of response"),
                column(names.durationEvent(), "dor event", "duration event"),
                column(names.pfsTime(), "pfs", "pfs time"),
                column(names.pfsEvent(), "pfs event"),
                names.exclude().flatMap(name -> table.required(name, faults)));
        table.rows().forEach(row -> read(row, columns));
    }

    private Optional<TidyColumn> column(Optional<String> stated, String... usual) {
        return stated.map(name -> table.required(name, faults)).orElseGet(() -> table.column(usual));
    }

    private void read(TextRow row, Columns columns) {
        String reason = columns.exclude().map(column -> column.text(row)).orElse("");
        if (!NumberText.isMissing(reason)) {
            found.exclusions.add(new Exclusion(table.file(), row.place(), reason));
            return;
        }
        String id = columns.id().map(column -> column.text(row)).orElse(row.place());
        Integer before = seen.putIfAbsent(id, row.line());
        if (before != null) {
            columns.response()
                    .fault(row, id + " stands on line " + before + " too", "keep one row for each patient", faults);
            return;
        }
        Optional<Best> best = best(columns.response(), row);
        if (best.isEmpty()) {
            columns.response()
                    .fault(
                            row,
                            "'" + columns.response().text(row) + "' is no response",
                            "write CR, PR, SD, PD or NE, or 1 and 0",
                            faults);
            return;
        }
        found.patients.add(new Patient(
                id,
                columns.arm().map(column -> column.text(row)).orElse(""),
                best.get(),
                columns.change()
                        .map(column -> column.numberIfPresent(row, faults))
                        .orElse(OptionalDouble.empty()),
                span(row, columns.duration(), columns.durationEvent()),
                span(row, columns.pfs(), columns.pfsEvent()),
                List.of()));
    }

    /** A missing response counts as not evaluable: it stays in the denominator. */
    private static Optional<Best> best(TidyColumn column, TextRow row) {
        String text = column.text(row);
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "yes", "y", "true", "responder", "response", "r" -> Optional.of(Best.PARTIAL);
            case "0", "no", "n", "false", "non-responder", "nonresponder", "no response" ->
                Optional.of(Best.PROGRESSIVE);
            default -> NumberText.isMissing(text) ? Optional.of(Best.NOT_EVALUABLE) : Best.parse(text);
        };
    }

    private Optional<Span> span(TextRow row, Optional<TidyColumn> time, Optional<TidyColumn> event) {
        if (time.isEmpty() || event.isEmpty() || NumberText.isMissing(time.get().text(row))) {
            return Optional.empty();
        }
        OptionalDouble length = time.get().nonNegative(row, faults);
        OptionalDouble ended = event.get().number(row, faults);
        if (ended.isPresent() && ended.getAsDouble() != 0 && ended.getAsDouble() != 1) {
            event.get()
                    .fault(
                            row,
                            "'" + event.get().text(row) + "' is neither 0 nor 1",
                            "write 1 for the event, 0 for censored",
                            faults);
        }
        return length.isPresent() && ended.isPresent()
                ? Optional.of(new Span(length.getAsDouble(), ended.getAsDouble() == 1, ""))
                : Optional.empty();
    }
}
