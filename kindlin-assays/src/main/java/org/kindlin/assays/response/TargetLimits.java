package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.response.LesionRow.Kind;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/**
 * What RECIST 1.1 allows as target lesions at baseline (Eisenhauer 2009, sections 3.1 and 4.2): at most five in all and two in an organ, each of at least
 * 10 mm, or 15 mm of short axis for a lymph node. Sums are taken as they are; who departs is named.
 */
final class TargetLimits {
    private static final int MOST = 5;
    private static final int MOST_IN_ORGAN = 2;
    private static final double LEAST_MM = 10;
    private static final double LEAST_NODE_MM = 15;
    private static final int MOST_NAMES = 6;

    private TargetLimits() {}

    static List<Warning> of(List<LesionRow> rows) {
        Map<String, Map<String, LesionRow>> targets = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.kind() == Kind.TARGET && row.day() <= 0)
                .forEach(row -> targets.computeIfAbsent(row.id(), _ -> new LinkedHashMap<>())
                        .put(row.lesion(), row));
        List<String> many = new ArrayList<>();
        List<String> crowded = new ArrayList<>();
        List<String> small = new ArrayList<>();
        targets.forEach((patient, lesions) -> {
            if (lesions.size() > MOST) {
                many.add(patient + " (" + lesions.size() + ")");
            }
            lesions.values().stream()
                    .filter(row -> !row.organ().isEmpty())
                    .collect(Collectors.groupingBy(LesionRow::organ, LinkedHashMap::new, Collectors.counting()))
                    .forEach((organ, count) -> {
                        if (count > MOST_IN_ORGAN) {
                            crowded.add(patient + " (" + count + " in " + organ + ")");
                        }
                    });
            lesions.values().stream()
                    .filter(row -> row.diameter() < (row.isNode() ? LEAST_NODE_MM : LEAST_MM))
                    .findFirst()
                    .ifPresent(row ->
                            small.add(patient + " (" + row.lesion() + ", " + Prose.number(row.diameter()) + " mm)"));
        });
        List<Warning> findings = new ArrayList<>();
        add(findings, "many-targets", many, "more than five target lesions at baseline; RECIST 1.1 takes at most five");
        add(
                findings,
                "targets-in-one-organ",
                crowded,
                "more than two target lesions in an organ; RECIST 1.1 takes at most two");
        add(
                findings,
                "small-targets",
                small,
                "a target lesion below 10 mm at baseline (15 mm of short axis for a node), too small to be measurable by RECIST 1.1");
        return findings;
    }

    private static void add(List<Warning> findings, String code, List<String> patients, String what) {
        if (!patients.isEmpty()) {
            List<String> shown = patients.subList(0, Math.min(MOST_NAMES, patients.size()));
            String more = patients.size() > shown.size() ? " and " + (patients.size() - shown.size()) + " more" : "";
            findings.add(new Warning(
                    code,
                    (patients.size() == 1 ? "Patient " : "Patients ") + String.join(", ", shown) + more
                            + (patients.size() == 1 ? " has " : " have ") + what
                            + ". Sums are of all of them, as given."));
        }
    }
}
