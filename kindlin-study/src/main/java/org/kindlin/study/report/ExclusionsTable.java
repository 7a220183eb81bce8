package org.kindlin.study.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.study.report.Page.Column;

/** Every reading left out, by reason and file; a long list folds on screen and is whole on paper. */
final class ExclusionsTable {
    private static final int MOST_UNFOLDED = 80;

    private record Group(String reason, String file) {
        static Group of(Exclusion exclusion) {
            return new Group(exclusion.reason(), exclusion.file());
        }
    }

    private ExclusionsTable() {}

    static void write(Page page, List<Exclusion> exclusions) {
        if (exclusions.isEmpty()) {
            page.html.element("p", "Nothing was left out.", "class", "lead");
            return;
        }
        page.html.element("p", summary(exclusions), "class", "lead");
        Map<Group, List<String>> groups = grouped(exclusions);
        int listed = groups.values().stream().mapToInt(List::size).sum();
        if (listed <= MOST_UNFOLDED || page.medium == Medium.PDF) {
            table(page, groups, exclusions);
            return;
        }
        page.html.element("details", () -> {
            page.html.element("summary", "Show all " + PrintedNumber.count(exclusions.size()) + " readings left out");
            table(page, groups, exclusions);
        });
    }

    /** "38 readings were left out: edge well (36); saturated (2)." */
    static String summary(List<Exclusion> exclusions) {
        Map<String, Long> counts = exclusions.stream()
                .collect(Collectors.groupingBy(Exclusion::reason, LinkedHashMap::new, Collectors.counting()));
        String reasons = counts.entrySet().stream()
                .limit(6)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining("; "));
        String more = counts.size() > 6 ? "; and " + (counts.size() - 6) + " more reasons" : "";
        int count = exclusions.size();
        return PrintedNumber.count(count) + (count == 1 ? " reading was" : " readings were") + " left out: " + reasons
                + more + ".";
    }

    /** Places by reason and file, wells in runs. */
    private static Map<Group, List<String>> grouped(List<Exclusion> exclusions) {
        Map<Group, List<String>> places = exclusions.stream()
                .collect(Collectors.groupingBy(
                        Group::of, LinkedHashMap::new, Collectors.mapping(Exclusion::place, Collectors.toList())));
        places.replaceAll((group, of) -> Wells.runs(of).orElse(of));
        return places;
    }

    private static void table(Page page, Map<Group, List<String>> groups, List<Exclusion> exclusions) {
        Map<Group, Long> counts = exclusions.stream().collect(Collectors.groupingBy(Group::of, Collectors.counting()));
        List<Column> columns =
                List.of(Column.text("Reason"), Column.text("File"), Column.number("Readings"), Column.text("Where"));
        page.table(
                "exclusions",
                "Every reading left out.",
                columns,
                () -> page.html.element(
                        "tbody",
                        () -> groups.forEach((group, of) -> page.html.element("tr", () -> {
                            page.rowHeading(Prose.typeset(group.reason()));
                            page.cell(group.file(), "path");
                            page.cell(PrintedNumber.count(counts.getOrDefault(group, 0L)), "number");
                            page.cell(where(of), "where");
                        }))));
    }

    private static String where(List<String> places) {
        return places.stream()
                .map(place -> place.isEmpty() ? "whole file" : place)
                .collect(Collectors.joining(", "));
    }
}
