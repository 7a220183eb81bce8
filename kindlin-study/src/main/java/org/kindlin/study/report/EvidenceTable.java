package org.kindlin.study.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.study.evidence.Agreement;
import org.kindlin.study.evidence.Claim;
import org.kindlin.study.evidence.Comparison;
import org.kindlin.study.report.Page.Column;

/** Each estimate beside what others have claimed of the same quantity, and whether they agree. */
final class EvidenceTable {
    private final Page page;
    private final List<Comparison> comparisons;
    private final boolean simulated;

    EvidenceTable(Page page, Chapter chapter) {
        this.page = page;
        this.comparisons = chapter.evidence();
        this.simulated = chapter.document().simulated();
    }

    void write() {
        page.prose(summary(), "prose");
        List<Column> columns = List.of(
                Column.text("Here"),
                Column.text("Claim"),
                Column.text("Evidence"),
                Column.text("Verdict"),
                Column.text("Why"));
        page.table(
                "evidence",
                "Estimates beside claims of the evidence ledger. A potency agrees within threefold, and disagrees beyond "
                        + "tenfold, by its whole interval.",
                columns,
                this::groups);
    }

    /** "Of 8 comparisons 2 agree, none disagrees, 6 cannot tell." */
    private String summary() {
        Map<Agreement, Long> counts =
                comparisons.stream().collect(Collectors.groupingBy(Comparison::agreement, Collectors.counting()));
        long agree = counts.getOrDefault(Agreement.AGREES, 0L);
        long disagree = counts.getOrDefault(Agreement.DISAGREES, 0L);
        long open = counts.getOrDefault(Agreement.CANNOT_TELL, 0L);
        return "Of " + FrontMatter.counted(comparisons.size(), "comparison") + ", " + agree
                + (agree == 1 ? " agrees, " : " agree, ") + disagree
                + (disagree == 1 ? " disagrees, and " : " disagree, and ")
                + open + " cannot be decided."
                + (simulated ? " The data are simulated: agreement tests the analysis, not the claim." : "");
    }

    private void groups() {
        Map<String, List<Comparison>> bySubject = comparisons.stream()
                .collect(Collectors.groupingBy(
                        comparison -> Subjects.label(comparison.subject()), LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, rows) -> page.html.element("tbody", () -> {
            page.html.element(
                    "tr",
                    () -> page.html.element("th", subject, "scope", "rowgroup", "colspan", "5"),
                    "class",
                    "group");
            rows.forEach(this::row);
        }));
    }

    private void row(Comparison comparison) {
        Claim claim = comparison.claim();
        EstimateText text = EstimateText.of(comparison.estimate());
        String interval = text.interval().isEmpty() ? "" : " (" + text.interval() + ")";
        page.html.element("tr", () -> {
            page.rowHeading(Terms.label(claim.quantity()) + " " + text.valueWithUnit() + interval);
            page.cell(
                    Prose.typeset(claim.valueWithUnit()) + (claim.setting().isEmpty() ? "" : ": " + claim.setting()),
                    "text");
            page.cell(evidence(claim), "text quiet");
            page.cell(comparison.agreement().toString(), style(comparison.agreement()));
            page.cell(Prose.typeset(comparison.why()), "text");
        });
    }

    private static String evidence(Claim claim) {
        String cites = claim.reference().isEmpty() ? "" : ", citing its reference " + claim.reference();
        return claim.source().id() + cites + " (" + claim.tag().meaning() + ")";
    }

    private static String style(Agreement agreement) {
        return switch (agreement) {
            case AGREES -> "nowrap pass";
            case DISAGREES -> "nowrap warn";
            case CANNOT_TELL -> "nowrap quiet";
        };
    }
}
