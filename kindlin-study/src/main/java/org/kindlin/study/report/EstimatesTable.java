package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.study.report.Page.Column;

/** Every estimate of an experiment, by subject: value, unit, interval, standard error, method. */
final class EstimatesTable {
    private final Page page;
    private final Chapter chapter;
    private final List<SubjectResult> results;
    private final Levels levels;
    private final NumberColumn values;
    private final NumberColumn errors;

    EstimatesTable(Page page, Chapter chapter, List<SubjectResult> results) {
        this.page = page;
        this.chapter = chapter;
        this.results = results;
        this.levels = Levels.of(results);
        List<EstimateText> texts = results.stream()
                .flatMap(result -> result.estimates().stream())
                .map(EstimateText::of)
                .toList();
        this.values = new NumberColumn(texts.stream().map(EstimateText::value).toList());
        this.errors = new NumberColumn(texts.stream().map(EstimateText::se).toList());
    }

    void write() {
        List<Column> columns = List.of(
                Column.text("Estimate"),
                Column.value("Value"),
                Column.text("Unit"),
                Column.text(levels.heading()),
                Column.number("SE"),
                Column.text("Method"));
        page.table(
                "estimates", "Estimates by subject. " + levels.note(), columns, () -> results.forEach(this::subject));
    }

    private void subject(SubjectResult result) {
        page.html.element("tbody", () -> {
            page.html.element("tr", () -> heading(result), "class", "group");
            result.estimates().forEach(estimate -> row(result, estimate));
        });
    }

    private void heading(SubjectResult result) {
        page.html.element(
                "th",
                () -> {
                    page.html.text(Subjects.label(result));
                    List<Notice> notices = chapter.about(result);
                    if (!notices.isEmpty()) {
                        page.html.element("span", () -> NoticeList.references(page, chapter, notices), "class", "refs");
                    }
                },
                "scope",
                "rowgroup",
                "colspan",
                "6");
    }

    private void row(SubjectResult result, Estimate estimate) {
        EstimateText text = EstimateText.of(estimate);
        page.html.element("tr", () -> {
            page.rowHeading(Terms.label(estimate.name()));
            page.cell(values.padded(text.value()), "number value");
            page.cell(text.unit(), "unit");
            if (estimate.value() == null) {
                notEstimable(result, estimate);
            } else {
                interval(estimate, text);
                page.cell(Terms.method(estimate.method()), "method");
            }
        });
    }

    private void interval(Estimate estimate, EstimateText text) {
        if (text.inferential()) {
            page.cell(levels.interval(estimate, text), "interval");
            if (text.se().isEmpty()) {
                page.cell("none", "number quiet");
            } else {
                page.cell(errors.padded(text.se()), "number");
            }
        } else {
            page.html.element("td", "descriptive, no interval", "class", "quiet", "colspan", "2");
        }
    }

    private void notEstimable(SubjectResult result, Estimate estimate) {
        page.html.element("td", notEstimableText(result, estimate), "class", "reason", "colspan", "3");
    }

    /** "Not estimable: ..." with the reason that the warnings give. */
    static String notEstimableText(SubjectResult result, Estimate estimate) {
        List<Warning> reasons = Chapter.reasons(result, estimate);
        String reason = reasons.stream()
                .map(Warning::message)
                .map(Prose::sentence)
                .distinct()
                .collect(Collectors.joining(" "));
        return reason.isEmpty() ? "Not estimable; no reason was recorded." : "Not estimable. " + reason;
    }

    /** The confidence levels of a table: said once where there is one, in every cell where there are several. */
    record Levels(List<Double> levels) {
        static Levels of(List<SubjectResult> results) {
            List<Double> levels = new ArrayList<>(results.stream()
                    .flatMap(result -> result.estimates().stream())
                    .filter(estimate -> estimate.low() != null || estimate.high() != null)
                    .map(Estimate::level)
                    .distinct()
                    .toList());
            return new Levels(levels);
        }

        String heading() {
            return levels.size() == 1 ? PrintedNumber.percent(levels.getFirst()) + " interval" : "Interval";
        }

        String note() {
            return levels.isEmpty() ? "" : "Rounded to what the interval supports; the record holds full precision.";
        }

        String interval(Estimate estimate, EstimateText text) {
            boolean said = levels.size() == 1 || text.interval().isEmpty();
            String interval = text.interval().isEmpty() ? "none" : text.interval();
            return said ? interval : interval + " (" + PrintedNumber.percent(estimate.level()) + ")";
        }
    }
}
