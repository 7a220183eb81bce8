package org.kindlin.study.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is exported: results with the data behind them.
 *
 * @param title of the study, or of the analysis where there is no study
 * @param question what the study is to answer; may be empty
 * @param analyses in the order of the study
 */
public record ExportContent(String title, String question, List<ExportedAnalysis> analyses) {

    public ExportContent {
        analyses = List.copyOf(analyses);
    }

    /** Whether any of it comes from simulated data. */
    public boolean simulated() {
        return analyses.stream().anyMatch(analysis -> analysis.document().simulated());
    }

    /** The names that subjects go by, in order of first appearance: {@code compound, target, plate}. */
    Set<String> subjectNames() {
        Set<String> names = new LinkedHashSet<>();
        for (ExportedAnalysis analysis : analyses) {
            analysis.document()
                    .results()
                    .forEach(result -> names.addAll(result.subject().keySet()));
            analysis.data().forEach(point -> names.addAll(point.subject().keySet()));
        }
        return names;
    }
}
