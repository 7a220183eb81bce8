package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindlin.assays.result.SubjectResult;

/** The estimates of an experiment: few subjects of a kind in full, many of a kind one row each. */
final class EstimateTables {
    /** Up to so many subjects of a kind every estimate is listed; beyond, the leading ones. */
    private static final int MOST_LISTED = 8;

    /** Beyond so many subjects over all kinds, paper leaves the last ones to the record; a browser shows all. */
    private static final int MOST_PRINTED = 20;

    private EstimateTables() {}

    static void write(Page page, Chapter chapter) {
        Map<Set<String>, List<SubjectResult>> kinds = chapter.document().results().stream()
                .filter(result -> !result.estimates().isEmpty())
                .collect(Collectors.groupingBy(
                        result -> Set.copyOf(result.subject().keySet()), LinkedHashMap::new, Collectors.toList()));
        List<SubjectResult> listed = new ArrayList<>();
        kinds.values().stream().filter(kind -> kind.size() <= MOST_LISTED).forEach(listed::addAll);
        int most = page.medium == Medium.PDF ? Math.min(listed.size(), MOST_PRINTED) : listed.size();
        if (!listed.isEmpty()) {
            new EstimatesTable(page, chapter, listed.subList(0, most)).write();
        }
        if (listed.size() > most) {
            page.prose(
                    "Of " + (listed.size() - most)
                            + " further subjects the estimates stand in the record and the exports.",
                    "note");
        }
        kinds.values().stream()
                .filter(kind -> kind.size() > MOST_LISTED)
                .forEach(kind -> new EstimatesMatrix(page, chapter, kind).write());
    }
}
