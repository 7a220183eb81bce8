package org.kindlin.study.report;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.InputRecord;

/**
 * Everything a report presents, and nothing it does not.
 *
 * @param title title of the study
 * @param question what the study asks, in a sentence or two; may be empty
 * @param sections one per experiment, in the order of the study
 * @param missing experiments of the study without a result
 * @param kindlin version that makes the report
 * @param jvm the Java runtime, as provenance names it
 * @param date date to print; empty for bytes that do not depend on the day
 */
public record ReportContent(
        String title,
        String question,
        List<ReportSection> sections,
        List<MissingExperiment> missing,
        String kindlin,
        String jvm,
        Optional<String> date) {

    public ReportContent {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
    }

    /** Every input of every experiment, each once, in the order they were read. */
    List<InputRecord> inputs() {
        return sections.stream()
                .flatMap(section -> section.document().inputs().stream())
                .distinct()
                .toList();
    }

    boolean simulated() {
        return sections.stream().anyMatch(section -> section.document().simulated());
    }
}
