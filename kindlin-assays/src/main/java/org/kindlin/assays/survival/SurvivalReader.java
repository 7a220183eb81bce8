package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads survival tables: one row per subject, or per stretch of observation where {@code start} is stated. */
final class SurvivalReader {
    private final SurvivalProtocol protocol;
    private final Faults faults;
    private final List<Page> pages = new ArrayList<>();
    private final List<Observed> rows = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private boolean hasAnimals;

    /** A table with the rows that can be used. */
    private record Page(InputFile file, SurvivalColumns columns, List<TextRow> rows) {}

    private SurvivalReader(SurvivalProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static SurvivalData read(List<InputFile> files, SurvivalProtocol protocol, Faults faults) {
        if (protocol.medians().isPresent()) {
            return MedianTable.read(files, protocol, faults);
        }
        if (protocol.digitised().isPresent()) {
            return DigitisedStudy.read(files, protocol, protocol.digitised().get(), faults);
        }
        SurvivalReader reader = new SurvivalReader(protocol, faults);
        files.forEach(reader::open);
        Optional<EventCoding> coding = reader.coding();
        // where events cannot be read, times are still looked at for faults
        EventCoding codes = coding.orElse(new EventCoding(Map.of(), ""));
        reader.pages.forEach(page -> reader.read(page, codes));
        SubjectRules.check(reader.rows, protocol, faults);
        List<String> arms = ArmOrder.of(reader.rows, protocol.reference(), faults);
        if (!faults.any() && reader.rows.isEmpty()) {
            faults.add(files.getFirst().data().path(), "", "no row has both a time and an event", "fill them in");
        }
        return new SurvivalData(
                        reader.rows,
                        arms,
                        coding.map(EventCoding::sentence).orElse(""),
                        reader.findings(),
                        reader.exclusions,
                        reader.points(),
                        List.of())
                .withTrend(TrendScores.of(arms, protocol.trend(), faults))
                .ofAnimals(reader.hasAnimals)
                .armsBy(reader.armColumn());
    }

    private void open(InputFile file) {
        for (TidyTable table : EventTables.of(file.data(), protocol.columns(), faults)) {
            hasAnimals |= table.column("animal", "animal id", "mouse", "mouse id", "rat", "rat id")
                    .isPresent();
            SurvivalColumns.of(table, protocol.columns(), faults)
                    .ifPresent(columns -> pages.add(new Page(file, columns, usable(file, table, columns))));
        }
    }

    /** The column of arms where none is stated and every table has it. */
    private Optional<String> armColumn() {
        boolean all = protocol.columns().arm().isEmpty()
                && !pages.isEmpty()
                && pages.stream().allMatch(page -> page.columns().arm().isPresent());
        return all ? pages.getFirst().columns().arm().map(TidyColumn::name) : Optional.empty();
    }

    private List<TextRow> usable(InputFile file, TidyTable table, SurvivalColumns columns) {
        return table.rows().stream()
                .filter(row -> {
                    Optional<String> reason = reasonToLeaveOut(row, columns);
                    reason.ifPresent(
                            text -> exclusions.add(new Exclusion(file.data().path(), row.place(), text)));
                    return reason.isEmpty();
                })
                .toList();
    }

    private static Optional<String> reasonToLeaveOut(TextRow row, SurvivalColumns columns) {
        String stated = columns.exclude().map(column -> column.text(row)).orElse("");
        if (!NumberText.isMissing(stated)) {
            return Optional.of(stated);
        }
        List<TidyColumn> needed = new ArrayList<>(List.of(columns.time(), columns.event()));
        columns.arm().ifPresent(needed::add);
        columns.origin().ifPresent(needed::add);
        columns.start().ifPresent(needed::add);
        needed.addAll(columns.strata());
        needed.addAll(columns.factors());
        return needed.stream()
                .filter(column -> isMissing(column, row, columns))
                .findFirst()
                .map(column -> "no " + column.name());
    }

    /** "none" in the event column says censored, not missing. */
    private static boolean isMissing(TidyColumn column, TextRow row, SurvivalColumns columns) {
        String text = column.text(row);
        boolean isName = column.equals(columns.event())
                || columns.arm().filter(column::equals).isPresent();
        return NumberText.isMissing(text) && !(isName && text.equalsIgnoreCase("none"));
    }

    private Optional<EventCoding> coding() {
        Set<String> values = new LinkedHashSet<>();
        pages.forEach(page ->
                page.rows().forEach(row -> values.add(page.columns().event().text(row))));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (protocol.cause().isPresent()) {
            return competing(values);
        }
        if (!protocol.eventCode().isEmpty()) {
            return stated(values);
        }
        String column = pages.getFirst().columns().event().name();
        if (EventCoding.isAmbiguous(column, values)) {
            fault(
                    "'" + column + "' holds " + shown(values) + ", and either may mark the event in a column so named",
                    "state eventCode=VALUE for the event");
            return Optional.empty();
        }
        Optional<EventCoding> found =
                column.strip().equalsIgnoreCase("cnsr") ? EventCoding.adam(values) : EventCoding.found(values);
        if (found.isEmpty()) {
            fault(
                    "'" + column + "' holds " + shown(values) + ", which does not say what is the event",
                    "state eventCode=VALUE for the event, or cause=VALUE where causes compete");
        }
        return found;
    }

    private Optional<EventCoding> competing(Set<String> values) {
        EventCoding coding = EventCoding.competing(values);
        String cause = protocol.cause().orElseThrow();
        if (!coding.causes().containsValue(cause)) {
            fault("no row has cause " + cause, "the values are: " + shown(values));
            return Optional.empty();
        }
        return Optional.of(coding);
    }

    private Optional<EventCoding> stated(Set<String> values) {
        Set<String> there = values.stream().map(EventCoding::normal).collect(Collectors.toSet());
        for (String code : protocol.eventCode()) {
            if (!there.contains(EventCoding.normal(code))) {
                fault("no row has the event code " + code, "the values are: " + shown(values));
                return Optional.empty();
            }
        }
        return Optional.of(EventCoding.stated(values, protocol.eventCode()));
    }

    private void fault(String problem, String remedy) {
        faults.add(pages.getFirst().file().data().path(), "", problem, remedy);
    }

    private static String shown(Set<String> values) {
        int most = 6;
        String list = values.stream().sorted().limit(most).collect(Collectors.joining(", "));
        return list + (values.size() > most ? ", ..." : "");
    }

    private void read(Page page, EventCoding coding) {
        TimeText times = TimeText.of(protocol.dateOrder(), page.rows(), page.columns(), faults);
        page.rows().forEach(row -> read(page, row, coding, times));
    }

    private void read(Page page, TextRow row, EventCoding coding, TimeText times) {
        SurvivalColumns columns = page.columns();
        OptionalDouble time = times.time(columns.time(), row, columns.origin());
        OptionalDouble start = columns.start().isEmpty()
                ? OptionalDouble.of(0)
                : times.time(columns.start().get(), row, columns.origin());
        if (time.isEmpty() || start.isEmpty()) {
            return;
        }
        if (time.getAsDouble() < 0) {
            columns.time()
                    .fault(
                            row,
                            "the time is negative: " + CsvText.number(time.getAsDouble()),
                            "count from the start of observation",
                            faults);
            return;
        }
        if (columns.start().isPresent() && start.getAsDouble() >= time.getAsDouble()) {
            columns.time()
                    .fault(
                            row,
                            "the row ends at " + CsvText.number(time.getAsDouble()) + ", not after its start at "
                                    + CsvText.number(start.getAsDouble()),
                            "give start and time with start before time",
                            faults);
            return;
        }
        rows.add(new Observed(
                page.file().data().path(),
                row.line(),
                columns.id().stream()
                        .map(column -> column.text(row))
                        .collect(Collectors.joining(" "))
                        .strip(),
                columns.arm().map(column -> column.text(row)).orElse(""),
                start.getAsDouble(),
                time.getAsDouble(),
                coding.cause(columns.event().text(row)),
                columns.strata().stream().map(column -> column.text(row)).toList(),
                covariates(columns, row),
                columns.cluster().map(column -> column.text(row)).orElse(""),
                factors(columns, row)));
    }

    private static Map<String, String> covariates(SurvivalColumns columns, TextRow row) {
        Map<String, String> texts = new LinkedHashMap<>();
        columns.covariates().forEach(column -> texts.put(column.name(), column.text(row)));
        return texts;
    }

    private List<Boolean> factors(SurvivalColumns columns, TextRow row) {
        List<Boolean> given = new ArrayList<>();
        for (TidyColumn column : columns.factors()) {
            Optional<Boolean> yes = GivenText.parse(column.text(row));
            if (yes.isEmpty()) {
                column.fault(
                        row,
                        "'" + column.name() + "': '" + column.text(row) + "' does not say whether the agent was given",
                        "write 0 or 1, yes or no",
                        faults);
            }
            given.add(yes.orElse(false));
        }
        return given;
    }

    private List<Warning> findings() {
        long zero = rows.stream().filter(row -> row.time() == 0).count();
        return zero == 0
                ? List.of()
                : List.of(
                        new Warning(
                                "zero-time",
                                zero + (zero == 1 ? " row has" : " rows have")
                                        + " a time of zero: an event there takes away from the curve at once, a censoring adds nothing."));
    }

    private List<DataPoint> points() {
        String armColumn = protocol.columns().arm().or(this::armColumn).orElse("arm");
        return rows.stream()
                .map(row -> new DataPoint(
                        row.file(),
                        "",
                        "line " + row.line(),
                        row.arm().isEmpty() ? Map.of() : Map.of(armColumn, row.arm()),
                        row.hasEvent() ? "event" : "censored",
                        Amount.none(""),
                        Amount.of(row.time(), protocol.unit()),
                        Amount.of(row.hasEvent() ? 1 : 0, ""),
                        ""))
                .toList();
    }
}
