package org.kindlin.study.report;

import java.util.List;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.report.Page.Column;

/** The first page: title, simulated-data banner, verdicts, contents, all headline estimates at a glance. */
final class FrontMatter {
    private static final int MOST_ROWS = 24;
    private static final int MOST_VERDICTS = 4;
    private static final int MOST_OTHER_ROWS = 6;

    private final Page page;
    private final ReportContent content;
    private final List<Chapter> chapters;

    FrontMatter(Page page, ReportContent content, List<Chapter> chapters) {
        this.page = page;
        this.content = content;
        this.chapters = chapters;
    }

    void write() {
        page.html.element("header", this::title);
        if (content.simulated()) {
            page.html.element("div", this::banner, "class", "banner", "role", "note");
        }
        page.html.element("section", this::verdicts, "class", "verdicts", "id", "verdicts");
        if (chapters.stream().anyMatch(chapter -> !headlines(chapter).isEmpty())) {
            page.html.element("section", this::glance, "class", "at-a-glance", "id", "estimates");
        }
        if (chapters.size() > 1) {
            page.html.element("nav", this::contents, "class", "contents", "aria-label", "Contents");
        }
    }

    private void title() {
        page.html.element("h1", content.title());
        if (!content.question().isEmpty()) {
            page.prose(content.question(), "question");
        }
        int files = content.inputs().size();
        String made = counted(chapters.size(), "experiment") + " · " + counted(files, "input file") + " · Kindlin "
                + content.kindlin();
        page.html.element("p", made + content.date().map(date -> " · " + date).orElse(""), "class", "made");
    }

    private void banner() {
        List<InputRecord> inputs = content.inputs();
        long simulated = inputs.stream().filter(InputRecord::simulated).count();
        page.html.element("p", () -> {
            page.html.inline("b", "SIMULATED DATA").text(". " + simulatedShare(simulated, inputs.size()));
            if (simulated < inputs.size()) {
                page.html.text(" Experiments that use them: " + simulatedExperiments() + ".");
            }
        });
    }

    /** Which part of the inputs is simulated, in a sentence. */
    static String simulatedShare(long simulated, int all) {
        String rest = " written by a simulation, not measured. What is derived from " + (simulated == 1 ? "it" : "them")
                + " says nothing about the real world.";
        if (simulated == all) {
            return all == 1 ? "The one input file was" + rest : "All " + all + " input files were" + rest;
        }
        return simulated + " of " + all + " input files " + (simulated == 1 ? "was" : "were") + rest;
    }

    private String simulatedExperiments() {
        return chapters.stream()
                .filter(chapter -> chapter.document().simulated())
                .map(chapter -> chapter.number() + ", " + chapter.section().title())
                .collect(Collectors.joining("; "));
    }

    private void verdicts() {
        page.html.element("h2", "Verdict");
        chapters.forEach(chapter -> page.html.element("div", () -> verdict(chapter), "class", "verdict"));
        content.missing().forEach(missing -> page.html.element("div", () -> missing(missing), "class", "verdict"));
    }

    private void missing(MissingExperiment missing) {
        String why = missing.faults().isEmpty() ? "it has not been run." : "its input cannot be analysed.";
        page.html.element("p", "No result: " + why, "class", "first");
        missing.faults().forEach(fault -> page.html.element("p", fault, "class", "further code"));
        page.html.element("p", missing.title(), "class", "source");
    }

    private void verdict(Chapter chapter) {
        List<String> verdicts = chapter.document().verdicts();
        if (verdicts.isEmpty()) {
            page.html.element("p", "No verdict was reached.", "class", "first");
        }
        for (int i = 0; i < Math.min(verdicts.size(), MOST_VERDICTS); i++) {
            page.prose(Prose.sentence(verdicts.get(i)), i == 0 ? "first" : "further");
        }
        if (verdicts.size() > MOST_VERDICTS) {
            page.prose("And " + (verdicts.size() - MOST_VERDICTS) + " more statements in the section.", "further");
        }
        page.html.element(
                "p",
                () -> {
                    page.html.inline(
                            "a", chapter.number() + ". " + chapter.section().title(), "href", "#" + chapter.id(""));
                    ChapterWriter.simulatedMark(page, chapter);
                },
                "class",
                "source");
    }

    private void contents() {
        page.html.element("h2", "Contents");
        page.html.element("ul", () -> {
            chapters.forEach(chapter -> entry(
                    chapter.id(""), chapter.number() + ". " + chapter.section().title()));
            entry("reading", "How to read this report");
            entry("provenance", "Provenance");
            entry("citing", "How to cite");
        });
    }

    private void entry(String id, String text) {
        page.html.element("li", () -> page.html.inline("a", text, "href", "#" + id));
    }

    private void glance() {
        page.html.element("h2", "All estimates at a glance");
        List<Column> columns = List.of(
                Column.text("Estimate"),
                Column.text("Subject"),
                Column.value("Value"),
                Column.text("Unit"),
                Column.text(levels().heading()));
        page.table(
                "glance",
                "Headline estimates of every experiment.",
                columns,
                () -> chapters.stream()
                        .filter(chapter -> !headlines(chapter).isEmpty())
                        .forEach(this::glance));
    }

    private EstimatesTable.Levels levels() {
        return EstimatesTable.Levels.of(chapters.stream()
                .flatMap(chapter -> chapter.document().results().stream())
                .toList());
    }

    private void glance(Chapter chapter) {
        List<Row> rows = headlines(chapter);
        int most = Headline.known(chapter.document().results()) ? MOST_ROWS : MOST_OTHER_ROWS;
        List<Row> shown = rows.subList(0, Math.min(rows.size(), most));
        NumberColumn values =
                new NumberColumn(shown.stream().map(row -> row.text().value()).toList());
        page.html.element("tbody", () -> {
            page.html.element("tr", () -> experiment(chapter), "class", "group");
            shown.forEach(row -> page.html.element("tr", () -> row(row, values)));
            if (shown.size() < rows.size()) {
                page.html.element("tr", () -> untold(chapter, rows.size() - shown.size()));
            }
        });
    }

    private void experiment(Chapter chapter) {
        page.html.element(
                "th",
                () -> {
                    page.html.inline(
                            "a", chapter.number() + ". " + chapter.section().title(), "href", "#" + chapter.id(""));
                    ChapterWriter.simulatedMark(page, chapter);
                },
                "scope",
                "rowgroup",
                "colspan",
                "5");
    }

    private void row(Row row, NumberColumn values) {
        page.rowHeading(Terms.label(row.estimate().name()));
        page.cell(Subjects.label(row.subject()), "text");
        page.cell(values.padded(row.text().value()), "number value");
        if (row.estimate().value() == null) {
            String reason = EstimatesTable.notEstimableText(row.subject(), row.estimate());
            page.html.element("td", reason, "class", "reason", "colspan", "2");
            return;
        }
        page.cell(row.text().unit(), "unit");
        page.cell(row.text().inferential() ? levels().interval(row.estimate(), row.text()) : "none", "interval");
    }

    private void untold(Chapter chapter, int untold) {
        page.html.element(
                "td",
                () -> page.html
                        .text("and " + PrintedNumber.count(untold) + " more in ")
                        .inline("a", "section " + chapter.number(), "href", "#" + chapter.id("estimates")),
                "colspan",
                "5",
                "class",
                "quiet");
    }

    private record Row(SubjectResult subject, Estimate estimate, EstimateText text) {}

    /** One estimate after the other, each for all subjects, so that what is compared stands together. */
    private static List<Row> headlines(Chapter chapter) {
        List<SubjectResult> results = chapter.document().results();
        return Headline.names(results).stream()
                .flatMap(name -> results.stream()
                        .filter(result -> !Headline.isDetail(result, name, results))
                        .flatMap(result -> result.estimate(name).stream()
                                .map(estimate -> new Row(result, estimate, EstimateText.of(estimate)))))
                .toList();
    }

    /** "1 experiment", "3 experiments". */
    static String counted(int count, String noun) {
        return PrintedNumber.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
