package org.kindlin.study.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.evidence.Ledger;
import org.kindlin.study.evidence.Source;
import org.kindlin.study.evidence.Trap;
import org.kindlin.study.report.Page.Column;

/** What stands behind the experiments: how to read the numbers, where they come from, how to cite them. */
final class BackMatter {
    private final Page page;
    private final ReportContent content;
    private final List<Chapter> chapters;

    BackMatter(Page page, ReportContent content, List<Chapter> chapters) {
        this.page = page;
        this.content = content;
        this.chapters = chapters;
    }

    void write() {
        page.html.element("section", this::reading, "class", "back", "id", "reading");
        if (!sources().isEmpty() || !traps().isEmpty()) {
            page.html.element("section", this::literature, "class", "back", "id", "literature");
        }
        page.html.element("section", this::provenance, "class", "back", "id", "provenance");
        page.html.element("section", this::citing, "class", "back", "id", "citing");
    }

    private void reading() {
        page.html.element("h2", "How to read this report");
        page.html.element(
                "dl",
                () -> {
                    notation();
                    Terms.explained(names()).forEach(term -> entry(term.label(), term.meaning()));
                },
                "class",
                "glossary");
    }

    private void literature() {
        page.html.element("h2", "What the literature says, and where it misleads");
        if (!sources().isEmpty()) {
            page.prose("Sources of the claims set beside the estimates.", "prose");
            page.html.element("dl", () -> sources().forEach(this::source), "class", "glossary");
        }
        if (!traps().isEmpty()) {
            page.table(
                    "traps",
                    "Places where the source guides mislead that touch the analyses of this study.",
                    List.of(Column.text("No."), Column.text("The guide"), Column.text("Problem"), Column.text("Here")),
                    () -> page.html.element("tbody", () -> traps().forEach(this::trap)));
        }
    }

    private void source(Source source) {
        entry(source.id(), source.citation() + (source.digest() ? " (a digest: check the paper itself)" : ""));
    }

    private void trap(Trap trap) {
        page.html.element("tr", () -> {
            page.rowHeading(Integer.toString(trap.number()));
            page.cell(Prose.typeset(trap.text()), "text");
            page.cell(Prose.typeset(trap.problem()), "text");
            page.cell(Prose.typeset(trap.handled()), "text");
        });
    }

    private List<Source> sources() {
        return chapters.stream()
                .flatMap(chapter -> chapter.evidence().stream())
                .map(comparison -> comparison.claim().source())
                .distinct()
                .toList();
    }

    private List<Trap> traps() {
        Set<String> analyses =
                chapters.stream().map(chapter -> chapter.document().analysis()).collect(Collectors.toSet());
        return Ledger.standard().trapsOf(analyses);
    }

    private void notation() {
        List<Estimate> estimates =
                results().flatMap(result -> result.estimates().stream()).toList();
        if (estimates.stream().anyMatch(estimate -> estimate.low() != null || estimate.high() != null)) {
            entry(
                    "Interval",
                    "A confidence interval: made by a method that, over many such experiments, holds the true value as "
                            + "often as its level says. It covers the scatter seen in these data, not a wrong dilution or "
                            + "a mislabelled plate.");
        }
        if (estimates.stream()
                .anyMatch(estimate -> !estimate.relation().symbol().equals("="))) {
            entry(
                    "< and >",
                    "A limit, not a measurement: the true value lies beyond the number, as far as these data reach.");
        }
        if (estimates.stream().anyMatch(estimate -> (estimate.low() == null) != (estimate.high() == null))) {
            entry("≥ and ≤", "An interval bounded on one side; the data set no limit on the other.");
        }
        if (estimates.stream().anyMatch(estimate -> estimate.value() == null)) {
            entry(PrintedNumber.NONE, "Not estimable from these data, for the reason beside it. No value is guessed.");
        }
        entry("SE", "Standard error of the estimate, at two significant digits.");
        if (content.simulated()) {
            entry("Simulated data", "Written by a program whose truth is known, in the format of an instrument.");
        }
    }

    private void entry(String term, String meaning) {
        page.html.element("div", () -> page.html.element("dt", term).element("dd", meaning));
    }

    private Stream<SubjectResult> results() {
        return chapters.stream().flatMap(chapter -> chapter.document().results().stream());
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        results().forEach(result -> {
            result.estimates().forEach(estimate -> names.addAll(List.of(estimate.name(), estimate.method())));
            result.quality().stream().map(QualityCheck::check).forEach(names::add);
            result.tests().forEach(test -> names.add(test.name()));
        });
        return names;
    }

    private void provenance() {
        page.html.element("h2", "Provenance");
        page.html.element("dl", this::makers, "class", "facts");
        List<Column> columns = List.of(
                Column.text("Input file"), Column.text("SHA-256"), Column.text("Simulated"), Column.text("Used in"));
        page.table(
                "inputs",
                "Every input file, by the hash of its bytes.",
                columns,
                () -> page.html.element("tbody", () -> content.inputs().forEach(this::input)));
    }

    private void makers() {
        entry("Kindlin", versions());
        entry("Java", content.jvm());
        entry("Seed", seeds());
        content.date().ifPresent(date -> entry("Date", date));
    }

    /** The version of the report, and those of the analyses where they differ. */
    private String versions() {
        String analyses = chapters.stream()
                .map(chapter -> chapter.document().kindlin())
                .distinct()
                .collect(Collectors.joining(", "));
        return analyses.isEmpty() || analyses.equals(content.kindlin())
                ? content.kindlin()
                : content.kindlin() + " (analyses made by " + analyses + ")";
    }

    private String seeds() {
        List<Long> seeds = chapters.stream()
                .map(chapter -> chapter.document().seed())
                .distinct()
                .toList();
        if (seeds.size() == 1) {
            return Long.toString(seeds.getFirst());
        }
        return chapters.stream()
                .map(chapter -> chapter.document().seed() + " (experiment " + chapter.number() + ")")
                .collect(Collectors.joining(", "));
    }

    private void input(InputRecord input) {
        String users = chapters.stream()
                .filter(chapter -> chapter.document().inputs().contains(input))
                .map(chapter -> Integer.toString(chapter.number()))
                .collect(Collectors.joining(", "));
        page.html.element("tr", () -> {
            page.html.element("th", input.path(), "scope", "row", "class", "path");
            page.cell(input.sha256(), "hash");
            page.cell(input.simulated() ? "yes, simulated" : "no", input.simulated() ? "warn" : "text");
            page.cell(users, "text");
        });
    }

    private void citing() {
        page.html.element("h2", "How to cite");
        page.html.element(
                "p",
                "“" + content.title() + "”. Analysed with Kindlin, version " + content.kindlin()
                        + ", the open workbench for evaluating inhibitors of focal adhesion signalling."
                        + (content.simulated() ? " State that data marked as simulated are not measurements." : "")
                        + " Give the SHA-256 of the input files above, so that others can check that they hold the same data.",
                "class",
                "prose");
    }
}
