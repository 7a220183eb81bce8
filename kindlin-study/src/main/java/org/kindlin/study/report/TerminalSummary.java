package org.kindlin.study.report;

import java.util.List;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.QualityCheck.Verdict;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.report.TerminalText.Tone;

/** What a terminal shows of a finished analysis: verdicts, estimates with intervals, failed checks, warnings. */
public final class TerminalSummary {
    /** Beyond so many subjects only the leading estimates are shown. */
    private static final int MOST_IN_FULL = 12;

    private static final int MOST_SUBJECTS = 40;
    private static final int MOST_LINES = 20;
    private static final int WIDEST_NAME = 30;

    private final TerminalText text;
    private final AnalysisDocument document;
    private final List<SubjectResult> results;
    private final List<String> names;
    private final int hidden;

    private TerminalSummary(TerminalText text, AnalysisDocument document) {
        this.text = text;
        this.document = document;
        List<SubjectResult> estimated = document.results().stream()
                .filter(result -> !result.estimates().isEmpty())
                .toList();
        this.names = estimated.size() <= MOST_IN_FULL ? List.of() : Headline.names(estimated);
        this.results = estimated.stream().filter(this::isShown).toList();
        this.hidden = estimated.size() - Math.min(MOST_SUBJECTS, results.size());
    }

    /** One analysis. */
    public static String render(AnalysisDocument document, TerminalStyle style) {
        TerminalText text = new TerminalText(style);
        new TerminalSummary(text, document).write();
        return text.toString();
    }

    /** A study, one experiment after the other. */
    public static String render(ReportContent content, TerminalStyle style) {
        TerminalText text = new TerminalText(style);
        text.paragraph(0, Tone.BOLD, content.title());
        for (ReportSection section : content.sections()) {
            text.blank();
            text.paragraph(
                    0, Tone.BOLD, section.title() + " (" + section.document().analysis() + ")");
            new TerminalSummary(text, section.document()).write();
        }
        for (MissingExperiment missing : content.missing()) {
            text.blank();
            text.paragraph(0, Tone.BOLD, missing.title());
            String why = missing.faults().isEmpty() ? "not run" : "the input cannot be analysed";
            text.paragraph(0, Tone.ALARM, "No result: " + why);
            missing.faults().forEach(fault -> text.paragraph(2, Tone.PLAIN, fault));
        }
        return text.toString();
    }

    private void write() {
        if (document.simulated()) {
            long simulated =
                    document.inputs().stream().filter(InputRecord::simulated).count();
            text.paragraph(
                    0,
                    Tone.CAUTION,
                    "SIMULATED DATA: " + simulated + " of "
                            + FrontMatter.counted(document.inputs().size(), "input file"));
        }
        document.verdicts().forEach(verdict -> text.paragraph(0, Tone.PLAIN, Prose.sentence(verdict)));
        estimates();
        quality();
        warnings();
        if (!document.exclusions().isEmpty()) {
            text.blank();
            text.paragraph(0, Tone.PLAIN, ExclusionsTable.summary(document.exclusions()));
        }
    }

    private void estimates() {
        if (names.size() == 1) {
            text.blank();
            text.paragraph(0, Tone.BOLD, Terms.label(names.getFirst()));
        }
        results.stream().limit(MOST_SUBJECTS).forEach(names.size() == 1 ? this::line : this::subject);
        if (hidden > 0) {
            text.blank();
            text.paragraph(0, Tone.PLAIN, "and " + PrintedNumber.count(hidden) + " more subjects in the record");
        }
    }

    /** Whether a subject has one of the estimates that are shown. */
    private boolean isShown(SubjectResult result) {
        return names.isEmpty() || result.estimates().stream().anyMatch(estimate -> names.contains(estimate.name()));
    }

    private void subject(SubjectResult result) {
        text.blank();
        text.paragraph(0, Tone.BOLD, Subjects.label(result));
        result.estimates().stream()
                .filter(estimate -> names.isEmpty() || names.contains(estimate.name()))
                .forEach(estimate -> estimate(Terms.label(estimate.name()), result, estimate));
    }

    /** Where one estimate leads among many subjects, each subject is a line. */
    private void line(SubjectResult result) {
        result.estimate(names.getFirst()).ifPresent(estimate -> estimate(Subjects.label(result), result, estimate));
    }

    private void estimate(String label, SubjectResult result, Estimate estimate) {
        EstimateText printed = EstimateText.of(estimate);
        String name = "  " + padded(text.shown(label), WIDEST_NAME);
        if (estimate.value() == null) {
            text.paragraph(2, Tone.PLAIN, label + ": " + EstimatesTable.notEstimableText(result, estimate));
            return;
        }
        String value = leftPadded(text.shown(printed.value()), 12) + " " + padded(text.shown(printed.unit()), 8);
        String level = PrintedNumber.percent(estimate.level());
        String interval = printed.interval().isEmpty() ? "" : text.shown(level + " interval " + printed.interval());
        text.line(Tone.PLAIN, name + value + interval);
    }

    private void quality() {
        List<QualityCheck> checks = document.results().stream()
                .flatMap(result -> result.quality().stream())
                .toList();
        if (checks.isEmpty()) {
            return;
        }
        text.blank();
        text.paragraph(0, Tone.PLAIN, "Quality: " + QualityTable.summary(checks));
        document.results().stream()
                .flatMap(result -> result.quality().stream()
                        .filter(check -> check.verdict() == Verdict.FAIL)
                        .map(check -> "failed: " + Subjects.label(result) + ", " + Terms.label(check.check()) + " "
                                + QualityTable.value(check) + ", limit " + QualityTable.limit(check.limit())))
                .limit(MOST_LINES)
                .forEach(line -> text.paragraph(2, Tone.ALARM, line));
    }

    private void warnings() {
        List<Notice> notices = Notice.number(document.results());
        if (notices.isEmpty()) {
            return;
        }
        text.blank();
        text.paragraph(0, Tone.PLAIN, FrontMatter.counted(notices.size(), "warning"));
        notices.stream().limit(MOST_LINES).forEach(this::warning);
        if (notices.size() > MOST_LINES) {
            text.paragraph(2, Tone.PLAIN, "and " + (notices.size() - MOST_LINES) + " more in the record");
        }
    }

    private void warning(Notice notice) {
        int subjects = (int)
                notice.said().stream().map(Notice.Said::subject).distinct().count();
        Notice.Said first = notice.said().getFirst();
        String about = subjects == 1 ? first.subject() : first.subject() + " and " + (subjects - 1) + " more";
        text.paragraph(2, Tone.CAUTION, notice.code() + " (" + about + "): " + Prose.sentence(first.message()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String leftPadded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
