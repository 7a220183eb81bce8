package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.kindlin.assays.response.LesionRow.Kind;
import org.kindlin.assays.response.LesionRow.State;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Lesions: one row for each lesion and visit with columns patient, day, lesion, kind (target, non-target, new, death, new
 * therapy), diameter in mm, state of a non-target lesion, node (yes/no), and organ.
 */
final class LesionTable {
    private static final double LARGEST_MM = 2000;

    private LesionTable() {}

    static List<LesionRow> read(TidyTable table, ResponseProtocol protocol, Faults faults) {
        Optional<TidyColumn> id = ResponseReader.id(table, protocol, faults);
        Optional<TidyColumn> day = table.column("day", "visit day", "dy");
        Optional<TidyColumn> kind = table.required("kind", faults);
        Optional<TidyColumn> lesion = table.required("lesion", faults);
        Optional<TidyColumn> arm = ResponseReader.arm(table, protocol, faults);
        if (id.isEmpty()) {
            faults.add(table.file(), "header", "no column names the patient", "state id=COLUMN");
        }
        List<LesionRow> rows = new ArrayList<>();
        if (id.isEmpty() || day.isEmpty() || kind.isEmpty() || lesion.isEmpty()) {
            return rows;
        }
        for (TextRow row : table.rows()) {
            OptionalDouble when = day.get().number(row, faults);
            Optional<Kind> what = kind(kind.get().text(row));
            if (what.isEmpty()) {
                kind.get()
                        .fault(
                                row,
                                "'" + kind.get().text(row) + "' is no kind of finding",
                                "write target, non-target, new, death or new therapy",
                                faults);
            }
            if (when.isPresent() && what.isPresent()) {
                rows.add(new LesionRow(
                        id.get().requiredText(row, faults),
                        arm.map(column -> column.text(row)).orElse(""),
                        when.getAsDouble(),
                        lesion.get().text(row),
                        what.get(),
                        isNode(table, row),
                        table.column("organ", "site", "location")
                                .map(column -> column.text(row).strip().toLowerCase(Locale.ROOT))
                                .orElse(""),
                        diameter(table, row, what.get(), faults),
                        state(table, row, what.get(), faults)));
            }
        }
        check(table, rows, faults);
        return rows;
    }

    static Optional<Kind> kind(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', ' ')) {
            case "target", "t" -> Optional.of(Kind.TARGET);
            case "non-target", "nontarget", "non target", "nt" -> Optional.of(Kind.NON_TARGET);
            case "new", "new lesion" -> Optional.of(Kind.NEW);
            case "death", "died", "dead" -> Optional.of(Kind.DEATH);
            case "new therapy", "new-therapy", "subsequent therapy" -> Optional.of(Kind.NEW_THERAPY);
            default -> Optional.empty();
        };
    }

    private static boolean isNode(TidyTable table, TextRow row) {
        return table.column("node", "lymph node")
                .map(column -> column.text(row).strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("yes") || text.equals("1") || text.equals("true") || text.equals("y"))
                .isPresent();
    }

    private static double diameter(TidyTable table, TextRow row, Kind kind, Faults faults) {
        Optional<TidyColumn> column = table.column("diameter", "diameter mm", "size", "mm");
        if (kind != Kind.TARGET
                || column.isEmpty()
                || NumberText.isMissing(column.get().text(row))) {
            return Double.NaN;
        }
        OptionalDouble size = column.get().nonNegative(row, faults);
        if (size.orElse(0) > LARGEST_MM) {
            column.get().fault(row, "a diameter of " + column.get().text(row) + " mm", "give diameters in mm", faults);
        }
        return size.orElse(Double.NaN);
    }

    private static State state(TidyTable table, TextRow row, Kind kind, Faults faults) {
        Optional<TidyColumn> column = table.column("state", "status", "response");
        if (kind != Kind.NON_TARGET || column.isEmpty()) {
            return kind == Kind.NON_TARGET ? State.NOT_EVALUABLE : State.PRESENT;
        }
        Optional<State> state = state(column.get().text(row));
        if (state.isEmpty()) {
            column.get()
                    .fault(
                            row,
                            "'" + column.get().text(row) + "' is no state of a non-target lesion",
                            "write absent, present, PD or NE",
                            faults);
        }
        return state.orElse(State.NOT_EVALUABLE);
    }

    static Optional<State> state(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "absent", "cr", "gone", "disappeared" -> Optional.of(State.ABSENT);
            case "present", "non-cr/non-pd", "sd", "stable" -> Optional.of(State.PRESENT);
            case "pd", "unequivocal progression", "progressed", "increased unequivocal", "unequivocal" ->
                Optional.of(State.PROGRESSED);
            case "", "ne", "not evaluable", "na", "nd" -> Optional.of(State.NOT_EVALUABLE);
            default -> Optional.empty();
        };
    }

    /** The same lesion measured twice on a day, assessments after death. */
    private static void check(TidyTable table, List<LesionRow> rows, Faults faults) {
        Map<String, LesionRow> seen = new LinkedHashMap<>();
        Map<String, Double> deaths = rows.stream()
                .filter(row -> row.kind() == Kind.DEATH)
                .collect(Collectors.toMap(LesionRow::id, LesionRow::day, Math::min, LinkedHashMap::new));
        for (LesionRow row : rows) {
            String key = row.id() + "\u0000" + row.lesion() + "\u0000" + row.day() + "\u0000" + row.kind();
            if (row.kind() != Kind.NEW && seen.putIfAbsent(key, row) != null) {
                faults.add(
                        table.file(),
                        "patient " + row.id(),
                        "lesion " + row.lesion() + " stands twice on day " + row.day(),
                        "keep one row for each lesion and visit");
            }
            Double death = deaths.get(row.id());
            if (death != null && row.day() > death) {
                faults.add(
                        table.file(),
                        "patient " + row.id(),
                        "an assessment on day " + row.day() + " after death on day " + death,
                        "correct the day");
            }
        }
    }

    static List<Patient> patients(List<LesionRow> rows, ResponseProtocol protocol) {
        Map<String, List<LesionRow>> byPatient =
                rows.stream().collect(Collectors.groupingBy(LesionRow::id, LinkedHashMap::new, Collectors.toList()));
        return byPatient.values().stream().map(own -> Recist.of(own, protocol)).toList();
    }
}
