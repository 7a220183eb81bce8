package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Responses already judged: SDTM domain RS (RSTESTCD OVRLRESP or BESTRESP) and ADaM-like tables (PARAMCD BOR or OVRLRESP with
 * AVALC; PFS and DOR with AVAL and CNSR, 0 being the event).
 */
final class CdiscResponses {
    private final TidyTable table;
    private final ResponseProtocol protocol;
    private final Map<String, List<Visit>> visits = new LinkedHashMap<>();
    private final Map<String, Best> best = new HashMap<>();
    private final Map<String, String> arms = new HashMap<>();
    private final Map<String, Span> durations = new HashMap<>();
    private final Map<String, Span> progressionFree = new HashMap<>();
    private final Faults faults;

    private CdiscResponses(TidyTable table, ResponseProtocol protocol, Faults faults) {
        this.table = table;
        this.protocol = protocol;
        this.faults = faults;
    }

    static List<Patient> ofRs(TidyTable table, ResponseProtocol protocol, Faults faults) {
        CdiscResponses responses = new CdiscResponses(table, protocol, faults);
        table.rows()
                .forEach(row -> responses.response(
                        row, responses.text(row, "rstestcd"), responses.text(row, "rsstresc", "rsorres"), "rsdy"));
        return responses.patients();
    }

    static List<Patient> ofAdam(TidyTable table, ResponseProtocol protocol, Faults faults) {
        CdiscResponses responses = new CdiscResponses(table, protocol, faults);
        table.rows().forEach(responses::analysisRow);
        return responses.patients();
    }

    private String text(TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row)).orElse("");
    }

    private void analysisRow(TextRow row) {
        String parameter = text(row, "paramcd").toUpperCase(Locale.ROOT);
        if (parameter.equals("PFS") || parameter.equals("DOR")) {
            Optional<TidyColumn> value = table.required("AVAL", faults);
            Optional<TidyColumn> censored = table.required("CNSR", faults);
            if (value.isPresent() && censored.isPresent()) {
                OptionalDouble time = value.get().nonNegative(row, faults);
                OptionalDouble code = censored.get().number(row, faults);
                if (time.isPresent() && code.isPresent()) {
                    Span span = new Span(time.getAsDouble(), code.getAsDouble() == 0, text(row, "evntdesc"));
                    (parameter.equals("PFS") ? progressionFree : durations).put(register(row), span);
                }
            }
            return;
        }
        response(row, parameter, text(row, "avalc"), "ady");
    }

    private String register(TextRow row) {
        String id = text(row, "usubjid", "subjid");
        visits.computeIfAbsent(id, _ -> new ArrayList<>());
        arms.putIfAbsent(
                id,
                ResponseReader.arm(table, protocol, faults)
                        .map(column -> column.text(row))
                        .orElse(""));
        return id;
    }

    private void response(TextRow row, String code, String value, String dayColumn) {
        boolean isBest = List.of("BESTRESP", "BOR", "CBOR", "BESTRSP").contains(code.toUpperCase(Locale.ROOT));
        boolean isVisit = List.of("OVRLRESP", "OVRESP", "OVR").contains(code.toUpperCase(Locale.ROOT));
        if (!isBest && !isVisit) {
            return;
        }
        Optional<Best> found = Best.parse(value);
        if (found.isEmpty()) {
            faults.add(table.file(), row.place(), "'" + value + "' is no response", "write CR, PR, SD, PD or NE");
            return;
        }
        String id = register(row);
        if (isBest) {
            best.put(id, found.get());
            return;
        }
        double day = table.column(dayColumn)
                .map(column -> column.numberIfPresent(row, faults).orElse(Double.NaN))
                .orElse(Double.NaN);
        if (day > 0) {
            visits.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Visit(day, Double.NaN, Double.NaN, found.get()));
        }
    }

    private List<Patient> patients() {
        List<Patient> patients = new ArrayList<>();
        visits.forEach((id, found) -> {
            List<Visit> inOrder = found.stream()
                    .sorted(Comparator.comparingDouble(Visit::day))
                    .toList();
            Best judged = Optional.ofNullable(best.get(id)).orElseGet(() -> BestResponse.of(inOrder, protocol));
            patients.add(new Patient(
                    id,
                    arms.getOrDefault(id, ""),
                    judged,
                    OptionalDouble.empty(),
                    Optional.ofNullable(durations.get(id)),
                    Optional.ofNullable(progressionFree.get(id)),
                    inOrder));
        });
        return patients;
    }
}
