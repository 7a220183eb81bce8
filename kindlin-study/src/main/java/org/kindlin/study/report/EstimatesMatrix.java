package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.report.Page.Column;

/** The leading estimates of an experiment with many subjects: one row each, value above interval. */
final class EstimatesMatrix {
    private static final int MOST_ESTIMATES = 4;
    /** On paper; a browser shows all. */
    private static final int MOST_PRINTED = 60;

    private final Page page;
    private final Chapter chapter;
    private final List<SubjectResult> results;
    private final List<String> keys;
    private final List<String> names;

    EstimatesMatrix(Page page, Chapter chapter, List<SubjectResult> results) {
        this.page = page;
        this.chapter = chapter;
        this.results = results;
        this.keys = Subjects.keys(results);
        this.names = Headline.leading(results, MOST_ESTIMATES);
    }

    void write() {
        List<Column> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(Column.text(Terms.capital(key))));
        names.forEach(name -> columns.add(Column.number(Terms.label(name))));
        columns.add(Column.text("Warnings"));
        String level = EstimatesTable.Levels.of(results).heading();
        int most = page.medium == Medium.PDF ? MOST_PRINTED : Integer.MAX_VALUE;
        String which = results.size() > most ? "the first " + most + " of " : "";
        String caption = "Leading estimates of " + which + PrintedNumber.count(results.size()) + " subjects, with "
                + level.toLowerCase(Locale.ROOT) + "; the record holds every estimate at full precision.";
        page.table(
                "matrix",
                caption,
                columns,
                () -> page.html.element(
                        "tbody", () -> results.stream().limit(most).forEach(this::row)));
    }

    private void row(SubjectResult result) {
        page.html.element("tr", () -> {
            for (int i = 0; i < keys.size(); i++) {
                String value = result.subject().getOrDefault(keys.get(i), "all");
                if (i == 0) {
                    page.rowHeading(value);
                } else {
                    page.cell(value, "text");
                }
            }
            names.forEach(name -> estimate(result, result.estimate(name)));
            warnings(result);
        });
    }

    private void estimate(SubjectResult result, Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            page.cell("not asked", "number quiet");
            return;
        }
        EstimateText text = EstimateText.of(estimate.get());
        Double value = estimate.get().value();
        page.html.element(
                "td",
                () -> {
                    page.html.text(text.valueWithUnit());
                    String below = value == null ? reason(result, estimate.get()) : text.interval();
                    if (!below.isEmpty()) {
                        page.html.text(" ").inline("span", below, "class", "below");
                    }
                },
                "class",
                "number",
                "data-sort",
                value == null ? "" : value.toString());
    }

    private static String reason(SubjectResult result, Estimate estimate) {
        List<String> codes = Chapter.reasons(result, estimate).stream()
                .map(warning -> warning.code())
                .distinct()
                .toList();
        return codes.isEmpty() ? "no reason was recorded" : String.join(", ", codes);
    }

    private void warnings(SubjectResult result) {
        List<Notice> notices = chapter.about(result);
        if (notices.isEmpty()) {
            page.cell("none", "quiet");
        } else {
            page.html.element("td", () -> NoticeList.references(page, chapter, notices));
        }
    }
}
