package org.kindlin.study.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.study.evidence.Comparison;
import org.kindlin.study.evidence.Comparisons;
import org.kindlin.study.evidence.Ledger;

/**
 * An experiment with its place in the report.
 *
 * @param number from 1
 * @param notices its warnings, numbered
 * @param evidence its estimates beside the claims of the ledger
 */
record Chapter(int number, ReportSection section, List<Notice> notices, List<Comparison> evidence) {

    static Chapter of(int number, ReportSection section) {
        AnalysisDocument document = section.document();
        return new Chapter(
                number, section, Notice.number(document.results()), Comparisons.of(document, Ledger.standard()));
    }

    AnalysisDocument document() {
        return section.document();
    }

    /** The identifier of a part of this experiment, unique within the report. */
    String id(String part) {
        return "experiment-" + number + (part.isEmpty() ? "" : "-" + part);
    }

    /** The notices about a subject. */
    List<Notice> about(SubjectResult subject) {
        Set<String> codes = subject.warnings().stream().map(Warning::code).collect(Collectors.toSet());
        return notices.stream()
                .filter(notice -> codes.contains(notice.code()))
                .filter(notice -> subject.warnings().stream().anyMatch(notice::covers))
                .toList();
    }

    /**
     * Why an estimate has no value: the warnings of its subject that name it, in code or sentence; where none does, all
     * warnings of the subject.
     */
    static List<Warning> reasons(SubjectResult subject, Estimate estimate) {
        String name = hyphenated(estimate.name());
        List<Warning> byCode = subject.warnings().stream()
                .filter(warning -> ("-" + warning.code() + "-").contains("-" + name + "-"))
                .toList();
        if (!byCode.isEmpty()) {
            return byCode;
        }
        List<Warning> byMessage = subject.warnings().stream()
                .filter(warning -> mentions(warning.message(), estimate.name()))
                .toList();
        return byMessage.isEmpty() ? subject.warnings() : byMessage;
    }

    private static boolean mentions(String message, String name) {
        String words = " " + message.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ";
        return words.contains(" " + name.toLowerCase(Locale.ROOT) + " ")
                || words.contains(" " + hyphenated(name).replace('-', ' ') + " ");
    }

    /** {@code hillSlope} is {@code hill-slope}. */
    private static String hyphenated(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
