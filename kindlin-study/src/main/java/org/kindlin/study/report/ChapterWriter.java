package org.kindlin.study.report;

import java.util.List;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.study.report.Page.Column;

/** One experiment: verdict, estimates, evidence, figures, warnings, quality, tests, exclusions, methods, protocol. */
final class ChapterWriter {
    private final Page page;
    private final Chapter chapter;
    private final AnalysisDocument document;

    ChapterWriter(Page page, Chapter chapter) {
        this.page = page;
        this.chapter = chapter;
        this.document = chapter.document();
    }

    void write() {
        page.html.element("section", this::parts, "class", "experiment", "id", chapter.id(""));
    }

    /** The word SIMULATED beside whatever stands for a simulated experiment. */
    static void simulatedMark(Page page, Chapter chapter) {
        if (chapter.document().simulated()) {
            page.html.text(" ").inline("span", "simulated data", "class", "simulated");
        }
    }

    private void parts() {
        heading();
        if (document.results().stream().anyMatch(result -> !result.estimates().isEmpty())) {
            part("estimates", "Estimates", () -> EstimateTables.write(page, chapter));
        }
        if (!chapter.evidence().isEmpty()) {
            part("evidence", "Beside the literature", () -> new EvidenceTable(page, chapter).write());
        }
        if (!document.figures().isEmpty()) {
            part("figures", "Figures", () -> new FigureGallery(page, chapter).write());
        }
        if (!chapter.notices().isEmpty()) {
            part("warnings", "Warnings", () -> NoticeList.write(page, chapter));
        }
        if (document.results().stream().anyMatch(result -> !result.quality().isEmpty())) {
            part("quality", "Quality checks", () -> new QualityTable(page, document.results()).write());
        }
        if (document.results().stream().anyMatch(result -> !result.tests().isEmpty())) {
            part("tests", "Hypothesis tests", () -> TestsTable.write(page, document.results()));
        }
        part("exclusions", "Exclusions", () -> ExclusionsTable.write(page, document.exclusions()));
        part("methods", "Methods", this::methods);
    }

    private void heading() {
        page.html.element("h2", () -> {
            page.html.text(chapter.number() + ". " + chapter.section().title());
            simulatedMark(page, chapter);
        });
        String inputs = FrontMatter.counted(document.inputs().size(), "input file");
        page.html.element(
                "p",
                "Experiment " + chapter.section().experiment() + " · analysis " + document.analysis() + " · " + inputs,
                "class",
                "made");
        if (!chapter.section().note().isEmpty()) {
            page.prose(chapter.section().note(), "note");
        }
        document.verdicts().forEach(verdict -> page.prose(Prose.sentence(verdict), "answer"));
    }

    private void part(String id, String title, Runnable body) {
        page.html.element(
                "section",
                () -> {
                    page.html.element("h3", title);
                    body.run();
                },
                "class",
                "part " + id,
                "id",
                chapter.id(id));
    }

    private void methods() {
        document.methods().lines().filter(line -> !line.isBlank()).forEach(paragraph -> page.prose(paragraph, "prose"));
        if (document.protocol().isEmpty()) {
            return;
        }
        List<Column> columns =
                List.of(Column.text("Parameter"), Column.text("Value"), Column.text("Source"), Column.text("Meaning"));
        page.table(
                "protocol",
                "Every parameter of the analysis. A default is an assumption until somebody states it.",
                columns,
                () -> page.html.element("tbody", () -> document.protocol().forEach(this::parameter)));
    }

    private void parameter(ProtocolEntry entry) {
        page.html.element("tr", () -> {
            page.html.element("th", entry.name(), "scope", "row", "class", "code");
            page.cell(ProtocolText.value(entry.value()), "parameter");
            page.cell(ProtocolText.source(entry), entry.stated() ? "nowrap" : "nowrap quiet");
            page.cell(Prose.typeset(entry.meaning()), "meaning");
        });
    }
}
