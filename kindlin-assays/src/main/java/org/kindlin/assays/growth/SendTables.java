package org.kindlin.assays.growth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.xport.XportTable;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.fault.Faults;

/**
 * The domains of a CDISC SEND package that a growth study needs: sizes of tumours in findings domains (TF, or PM for palpable
 * masses), body weights (BW), arms (DM, named by TX), departures (DS), doses (EX). Domains that say nothing of these are passed over. Days are CDISC's, which have no day 0: those
 * before day 1 are moved by one, unless some record has a day 0. A date without its day is counted from DM's RFSTDTC.
 */
final class SendTables {
    private static final String ANIMAL = "USUBJID";

    private final Map<String, String> setNames = new HashMap<>();
    private final List<XportTable> tables = new ArrayList<>();
    private final IdentityHashMap<XportTable, String> paths = new IdentityHashMap<>();
    private final IdentityHashMap<List<Value>, String> places = new IdentityHashMap<>();
    private final Map<String, LocalDate> references = new HashMap<>();
    private final GrowthProtocol.Reading protocol;
    private boolean hasDayZero;

    SendTables(GrowthProtocol.Reading protocol) {
        this.protocol = protocol;
    }

    void add(RawFile file, List<XportTable> read) {
        for (XportTable table : read) {
            tables.add(table);
            paths.put(table, file.path());
            hasDayZero |= hasDayZero(table);
            int number = 0;
            for (List<Value> row : table.rows()) {
                number++;
                places.put(row, table.name() + " row " + number);
                // TX: the group's label names the set
                if (table.text(row, "TXPARMCD").equals("GRPLBL")) {
                    setNames.put(table.text(row, "SETCD"), table.text(row, "TXVAL"));
                }
                Optional<StudyDays.When> first = StudyDays.parse(table.text(row, "RFSTDTC"));
                if (first.isPresent() && first.get() instanceof StudyDays.When.OnDate(LocalDate date)) {
                    references.put(table.text(row, ANIMAL), date);
                }
            }
        }
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Records of doses. */
    List<ExposureRow> exposures(Faults faults) {
        Set<String> known = new HashSet<>();
        tables.stream()
                .filter(table -> table.name().equalsIgnoreCase("DM"))
                .forEach(table -> table.rows().forEach(row -> known.add(table.text(row, ANIMAL))));
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase("EX"))
                .flatMap(table -> new SendExposure(
                                paths.getOrDefault(table, ""),
                                table,
                                places,
                                known,
                                (row, stem) -> when(table, row, stem + "DY", stem + "DTC"))
                        .rows(faults).stream())
                .toList();
    }

    /** One row for every finding, weight, arm and departure. */
    List<MeasuredRow> rows(Faults faults) {
        List<MeasuredRow> rows = new ArrayList<>();
        for (XportTable table : tables) {
            String domain = table.name().toUpperCase(Locale.ROOT);
            switch (domain) {
                case "DM" -> table.rows().forEach(row -> rows.add(arm(table, row)));
                case "DS" -> table.rows().forEach(row -> rows.add(departure(table, row)));
                case "BW" -> table.rows().forEach(row -> weight(table, row, rows));
                default -> {
                    if (table.column(domain + "TESTCD") >= 0) {
                        sizes(table, domain, rows, faults);
                    }
                }
            }
        }
        return rows;
    }

    private MeasuredRow row(
            XportTable table,
            List<Value> row,
            String arm,
            Optional<StudyDays.When> when,
            OptionalDouble volume,
            OptionalDouble length,
            OptionalDouble weight,
            String reason,
            Optional<StudyDays.When> left) {
        return new MeasuredRow(
                paths.getOrDefault(table, ""),
                places.getOrDefault(row, table.name()),
                table.text(row, ANIMAL),
                arm,
                when,
                volume,
                length,
                weight,
                reason,
                left,
                "",
                OptionalDouble.empty(),
                "");
    }

    private MeasuredRow arm(XportTable table, List<Value> row) {
        String set = table.text(row, "SETCD");
        String arm = table.text(row, "ARM");
        String name = setNames.getOrDefault(set, arm.isEmpty() ? set : arm);
        OptionalDouble none = OptionalDouble.empty();
        return row(table, row, name, Optional.empty(), none, none, none, "", Optional.empty());
    }

    private MeasuredRow departure(XportTable table, List<Value> row) {
        String term = table.text(row, "DSTERM");
        String reason = (term.isBlank() ? table.text(row, "DSDECOD") : term).replaceAll("(?i)non-moribund", "other");
        OptionalDouble none = OptionalDouble.empty();
        return row(table, row, "", Optional.empty(), none, none, none, reason, when(table, row, "DSSTDY", "DSSTDTC"));
    }

    private Optional<StudyDays.When> when(XportTable table, List<Value> row, String day, String date) {
        OptionalDouble number = table.number(row, day);
        if (number.isPresent()) {
            double stated = number.getAsDouble();
            return Optional.of(new StudyDays.When.StudyDay(hasDayZero ? stated : StudyDays.withZero(stated)));
        }
        Optional<StudyDays.When> when = StudyDays.parse(table.text(row, date));
        LocalDate reference = references.get(table.text(row, ANIMAL));
        return when.map(found -> found instanceof StudyDays.When.OnDate(LocalDate on) && reference != null
                ? new StudyDays.When.StudyDay(StudyDays.since(reference, on, 1))
                : found);
    }

    private static boolean hasDayZero(XportTable table) {
        List<String> days = table.variables().stream()
                .map(variable -> variable.name().toUpperCase(Locale.ROOT))
                .filter(name -> name.endsWith("DY"))
                .toList();
        return table.rows().stream()
                .anyMatch(row ->
                        days.stream().anyMatch(name -> table.number(row, name).equals(OptionalDouble.of(0))));
    }

    private void weight(XportTable table, List<Value> row, List<MeasuredRow> rows) {
        boolean isWeight = table.text(row, "BWTESTCD").isEmpty()
                || table.text(row, "BWTESTCD").equals("BW");
        OptionalDouble grams = result(table, row, "BW");
        if (isWeight && grams.isPresent() && grams.getAsDouble() > 0) {
            double factor = table.text(row, "BWSTRESU").equalsIgnoreCase("kg") ? 1000 : 1;
            OptionalDouble none = OptionalDouble.empty();
            rows.add(row(
                    table,
                    row,
                    "",
                    when(table, row, "BWDY", "BWDTC"),
                    none,
                    none,
                    OptionalDouble.of(grams.getAsDouble() * factor),
                    "",
                    Optional.empty()));
        }
    }

    private static OptionalDouble result(XportTable table, List<Value> row, String domain) {
        OptionalDouble standard = table.number(row, domain + "STRESN");
        return standard.isPresent() ? standard : table.number(row, domain + "ORRES");
    }

    /** Diameters of one animal and time that belong together. */
    private static final class Diameters {
        private OptionalDouble length = OptionalDouble.empty();
        private OptionalDouble width = OptionalDouble.empty();
        private OptionalDouble height = OptionalDouble.empty();
    }

    private void sizes(XportTable table, String domain, List<MeasuredRow> rows, Faults faults) {
        Map<String, Diameters> open = new HashMap<>();
        for (List<Value> row : table.rows()) {
            String code = table.text(row, domain + "TESTCD").toUpperCase(Locale.ROOT);
            OptionalDouble value = result(table, row, domain);
            if (value.isEmpty()) {
                continue;
            }
            if (value.getAsDouble() < 0) {
                faults.add(
                        paths.getOrDefault(table, ""),
                        places.getOrDefault(row, table.name()),
                        code + " is " + value.getAsDouble() + ", below zero",
                        "correct it");
                continue;
            }
            String unit = table.text(row, domain + "STRESU").toLowerCase(Locale.ROOT);
            if (code.contains("VOL")) {
                double factor = unit.contains("cm3") || unit.contains("ml") ? 1000 : 1;
                add(table, row, domain, value.getAsDouble() * factor, OptionalDouble.empty(), rows);
            } else if (code.startsWith("LEN")
                    || code.startsWith("WID")
                    || code.startsWith("HEI")
                    || code.contains("DIAM")) {
                double mm = value.getAsDouble() * (unit.equals("cm") ? 10 : 1);
                String key = table.text(row, ANIMAL) + "|" + table.text(row, domain + "DY") + "|"
                        + table.text(row, domain + "DTC");
                Diameters diameters = open.computeIfAbsent(key, _ -> new Diameters());
                if (code.startsWith("WID") || code.startsWith("SDIAM")) {
                    diameters.width = OptionalDouble.of(mm);
                } else if (code.startsWith("HEI")) {
                    diameters.height = OptionalDouble.of(mm);
                } else {
                    diameters.length = OptionalDouble.of(mm);
                }
                if (diameters.length.isPresent() && diameters.width.isPresent()) {
                    double length = Math.max(diameters.length.getAsDouble(), diameters.width.getAsDouble());
                    double width = Math.min(diameters.length.getAsDouble(), diameters.width.getAsDouble());
                    double volume = protocol.formula().of(length, width, diameters.height.orElse(width));
                    add(table, row, domain, volume, OptionalDouble.of(length), rows);
                    open.remove(key);
                }
            }
        }
    }

    private void add(
            XportTable table,
            List<Value> row,
            String domain,
            double volume,
            OptionalDouble length,
            List<MeasuredRow> rows) {
        rows.add(row(
                table,
                row,
                "",
                when(table, row, domain + "DY", domain + "DTC"),
                OptionalDouble.of(volume),
                length,
                OptionalDouble.empty(),
                "",
                Optional.empty()));
    }
}
