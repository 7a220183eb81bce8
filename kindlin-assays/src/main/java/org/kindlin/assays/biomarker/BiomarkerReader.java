package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.workbook.TidyFile;
import org.kindlin.fault.Faults;

/** Reads pairs from tables with a column before and one after, or with one row for each visit. */
final class BiomarkerReader {
    private static final String[] BEFORE = {"before", "pre", "baseline", "day 0", "a"};
    private static final String[] AFTER = {"after", "post", "on treatment", "on", "b"};
    private static final String[] SUBJECT = {"id", "subject", "subject id", "usubjid", "patient", "animal", "mouse"};

    private static final String[] VISIT = {"visit", "day", "time", "timepoint", "time point", "week", "cycle", "avisit"
    };

    private final BiomarkerProtocol protocol;
    private final Faults faults;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    /** Where each marker of a subject was first seen, by everything that names a pair. */
    private final Map<List<String>, String> seen = new LinkedHashMap<>();

    private BiomarkerReader(BiomarkerProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static BiomarkerData read(List<InputFile> files, BiomarkerProtocol protocol, Faults faults) {
        BiomarkerReader reader = new BiomarkerReader(protocol, faults);
        files.forEach(reader::read);
        if (!faults.any() && reader.pairs.isEmpty()) {
            faults.add(files.getFirst().data().path(), "", "no subject has a value before and after", "fill them in");
        }
        return new BiomarkerData(reader.pairs, reader.exclusions, reader.points());
    }

    private void read(InputFile file) {
        TidyFile.read(file.data(), faults).ifPresent(table -> {
            if (protocol.columns().isLong()) {
                readVisits(file, table);
            } else {
                readWide(file, table);
            }
        });
    }

    /** What names the pair of a row. */
    private record Names(
            List<TidyColumn> id, Optional<TidyColumn> marker, Optional<TidyColumn> arm, Optional<TidyColumn> exclude) {}

    private Names names(TidyTable table) {
        BiomarkerProtocol.Columns columns = protocol.columns();
        List<TidyColumn> id = columns.id().isEmpty()
                ? table.column(SUBJECT).map(List::of).orElse(List.of())
                : columns.id().stream()
                        .flatMap(name -> table.required(name, faults).stream())
                        .toList();
        return new Names(
                id,
                columns.marker().flatMap(name -> table.required(name, faults)),
                columns.arm().flatMap(name -> table.required(name, faults)),
                columns.exclude().flatMap(name -> table.required(name, faults)));
    }

    private void readWide(InputFile file, TidyTable table) {
        Faults before = new Faults();
        Optional<TidyColumn> first = column(table, protocol.columns().before(), BEFORE, "before", before);
        Optional<TidyColumn> second = column(table, protocol.columns().after(), AFTER, "after", before);
        Optional<TidyColumn> visit = table.column(VISIT);
        if (before.any() && visit.isPresent()) {
            faults.add(
                    table.file(),
                    "header",
                    "values before and after do not stand in columns of their own",
                    "state visit=" + visit.get().name()
                            + " and baseline=VISIT where each visit is a row, or before=COLUMN and after=COLUMN");
        } else {
            before.all().forEach(faults::add);
        }
        Names names = names(table);
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        for (TextRow row : table.rows()) {
            if (isLeftOut(file, row, names)) {
                continue;
            }
            Optional<Reading> a = reading(first.get(), row);
            Optional<Reading> b = reading(second.get(), row);
            if (a.isPresent() && b.isPresent()) {
                add(file, row, names, "", a.get(), b.get());
            } else if (NumberText.isMissing(first.get().text(row))
                    || NumberText.isMissing(second.get().text(row))) {
                exclusions.add(new Exclusion(file.data().path(), row.place(), "no value before or after"));
            }
        }
    }

    private Optional<TidyColumn> column(
            TidyTable table, Optional<String> stated, String[] usual, String key, Faults own) {
        if (stated.isPresent()) {
            return table.required(stated.get(), own);
        }
        Optional<TidyColumn> found = table.column(usual);
        if (found.isEmpty()) {
            String there = table.columns().stream().map(TidyColumn::name).collect(Collectors.joining(", "));
            own.add(
                    table.file(),
                    "header",
                    "no column is named as the value " + key,
                    "state " + key + "=COLUMN; the columns are: " + there);
        }
        return found;
    }

    private boolean isLeftOut(InputFile file, TextRow row, Names names) {
        String reason = names.exclude().map(column -> column.text(row)).orElse("");
        if (NumberText.isMissing(reason)) {
            return false;
        }
        exclusions.add(new Exclusion(file.data().path(), row.place(), reason));
        return true;
    }

    private static String idOf(Names names, TextRow row) {
        return names.id().isEmpty()
                ? row.place()
                : names.id().stream().map(column -> column.text(row)).collect(Collectors.joining(" "));
    }

    /** The marker's name, or the file's where there is one marker. */
    private static String markerOf(InputFile file, Names names, TextRow row) {
        String stem = file.data().name().replaceFirst("\\.[A-Za-z0-9]+$", "");
        return names.marker().map(column -> column.text(row)).orElse(stem);
    }

    private void add(InputFile file, TextRow row, Names names, String visit, Reading before, Reading after) {
        String id = idOf(names, row);
        String marker = markerOf(file, names, row);
        String arm = names.arm().map(column -> column.text(row)).orElse("");
        String earlier = seen.putIfAbsent(List.of(id, marker, visit), row.place());
        if (earlier != null) {
            faults.add(
                    file.data().path(),
                    row.place(),
                    id + " has " + marker + " at " + earlier + " too",
                    "keep one row for each subject and marker, or state marker=COLUMN or id=COLUMNS");
            return;
        }
        if (before.isBelow() && after.isBelow()) {
            exclusions.add(new Exclusion(
                    file.data().path(),
                    row.place(),
                    marker + " is below the limit before and after: no change is known"));
            return;
        }
        pairs.add(new Pair(file.data().path(), row.place(), id, marker, arm, visit, before, after));
    }

    /** A cell's value; with {@code <}, or below the limit, known only to lie below. */
    private Optional<Reading> reading(TidyColumn column, TextRow row) {
        String text = column.text(row).strip();
        if (NumberText.isMissing(text)) {
            return Optional.empty();
        }
        if (text.startsWith("<")) {
            NumberText limit = NumberText.parse(text.substring(1), column.decimalMark());
            if (limit instanceof NumberText.Parsed(double number) && number > 0) {
                return Optional.of(new Reading(number, true));
            }
            column.fault(row, "'" + text + "' is no limit", "write <5 for a value below 5", faults);
            return Optional.empty();
        }
        OptionalDouble number = column.number(row, faults);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double limit = protocol.lowerLimit().orElse(Double.NEGATIVE_INFINITY);
        return Optional.of(
                number.getAsDouble() < limit ? new Reading(limit, true) : new Reading(number.getAsDouble(), false));
    }

    private void readVisits(InputFile file, TidyTable table) {
        Optional<TidyColumn> value = table.required(protocol.columns().value().orElse("value"), faults);
        Optional<TidyColumn> visit = protocol.columns().visit().flatMap(name -> table.required(name, faults));
        Names names = names(table);
        if (value.isEmpty() || visit.isEmpty()) {
            return;
        }
        String baseline = protocol.columns().baseline().orElse("");
        Map<List<String>, Reading> first = new LinkedHashMap<>();
        for (TextRow row : table.rows()) {
            if (visit.get().text(row).equals(baseline) && !isLeftOut(file, row, names)) {
                reading(value.get(), row).ifPresent(found -> {
                    Reading twice = first.putIfAbsent(List.of(idOf(names, row), markerOf(file, names, row)), found);
                    if (twice != null) {
                        visit.get().fault(row, "a second value at " + baseline, "keep one row for each visit", faults);
                    }
                });
            }
        }
        if (first.isEmpty()) {
            faults.add(
                    file.data().path(),
                    "",
                    "no row has the visit '" + baseline + "'",
                    "state baseline=VALUE as the file writes it");
        }
        for (TextRow row : table.rows()) {
            if (visit.get().text(row).equals(baseline) || isLeftOut(file, row, names)) {
                continue;
            }
            Reading before = first.get(List.of(idOf(names, row), markerOf(file, names, row)));
            Optional<Reading> after = reading(value.get(), row);
            if (before == null || after.isEmpty()) {
                exclusions.add(new Exclusion(file.data().path(), row.place(), "no value at " + baseline + " or here"));
            } else {
                add(file, row, names, visit.get().text(row), before, after.get());
            }
        }
    }

    private List<DataPoint> points() {
        return pairs.stream()
                .map(pair -> new DataPoint(
                        pair.file(),
                        "",
                        pair.place(),
                        new TreeMap<>(Map.of("marker", pair.marker(), "subject", pair.id())),
                        pair.isCensored() ? "censored" : "sample",
                        Amount.none(""),
                        Amount.of(pair.before().value(), protocol.unit()),
                        Amount.of(pair.after().value(), protocol.unit()),
                        ""))
                .toList();
    }
}
