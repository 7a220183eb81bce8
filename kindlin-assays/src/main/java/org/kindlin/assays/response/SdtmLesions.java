package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.response.LesionRow.Kind;
import org.kindlin.assays.response.LesionRow.State;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Lesions from the SDTM domains TU (identification) and TR (results), as text tables with their variable names (CDISC SDTM
 * Implementation Guide 3.4, section 6.3.12). TRDY counts from 1 at the start of treatment; what lies before is negative.
 */
final class SdtmLesions {
    private SdtmLesions() {}

    static List<LesionRow> of(List<TidyTable> domains, Faults faults) {
        Map<String, Kind> kinds = new HashMap<>();
        Map<String, String> organs = new HashMap<>();
        domains.stream()
                .filter(table -> table.column("tutestcd").isPresent())
                .forEach(table -> identify(table, kinds, organs));
        List<LesionRow> rows = new ArrayList<>();
        domains.stream()
                .filter(table -> table.column("trtestcd").isPresent())
                .forEach(table -> results(table, kinds, organs, rows, faults));
        return rows;
    }

    private static void identify(TidyTable table, Map<String, Kind> kinds, Map<String, String> organs) {
        for (TextRow row : table.rows()) {
            String lesion = text(table, row, "usubjid") + "\u0000" + text(table, row, "tulnkid");
            LesionTable.kind(text(table, row, "tustresc", "tuorres")).ifPresent(kind -> kinds.put(lesion, kind));
            organs.put(lesion, text(table, row, "tuloc").strip().toLowerCase(Locale.ROOT));
        }
    }

    private static String text(TidyTable table, TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row)).orElse("");
    }

    private static void results(
            TidyTable table, Map<String, Kind> kinds, Map<String, String> organs, List<LesionRow> rows, Faults faults) {
        Optional<TidyColumn> subject = table.required("USUBJID", faults);
        Optional<TidyColumn> link = table.required("TRLNKID", faults);
        Optional<TidyColumn> day = table.required("TRDY", faults);
        if (subject.isEmpty() || link.isEmpty() || day.isEmpty()) {
            return;
        }
        for (TextRow row : table.rows()) {
            String test = text(table, row, "trtestcd").toUpperCase(Locale.ROOT);
            boolean isSize = List.of("LDIAM", "DIAMETER", "SAXIS", "LPERP").contains(test);
            boolean isState = test.equals("TUMSTATE") || test.equals("TUMSTAT");
            String lesion = subject.get().text(row) + "\u0000" + link.get().text(row);
            String organ = organs.getOrDefault(lesion, "");
            Optional<Kind> kind = Optional.ofNullable(kinds.get(lesion))
                    .or(() -> LesionTable.kind(text(table, row, "trgrpid", "trgrpid1")));
            OptionalDouble when = day.get().number(row, faults);
            if (when.isEmpty() || kind.isEmpty() || !(isSize || isState)) {
                continue;
            }
            if (kind.get() == Kind.TARGET && !isSize) {
                continue;
            }
            rows.add(new LesionRow(
                    subject.get().text(row),
                    text(table, row, "actarm", "arm"),
                    when.getAsDouble() >= 1 ? when.getAsDouble() - 1 : when.getAsDouble(),
                    link.get().text(row),
                    kind.get(),
                    test.equals("SAXIS") || organ.contains("lymph node"),
                    organ,
                    isSize ? size(table, row, faults) : Double.NaN,
                    LesionTable.state(text(table, row, "trstresc", "trorres")).orElse(State.NOT_EVALUABLE)));
        }
    }

    private static double size(TidyTable table, TextRow row, Faults faults) {
        return table.column("trstresn", "trorres")
                .map(column -> column.numberIfPresent(row, faults).orElse(Double.NaN))
                .orElse(Double.NaN);
    }
}
