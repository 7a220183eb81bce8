package org.kindlin.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.study.record.JournalEntry;
import org.kindlin.study.record.Sha256;

/**
 * What a report was made from, as the journal keeps it beside the hashes of the report's files: the study file, and the
 * results in the order of the study.
 *
 * <p>The program that wrote it is left out: numbers that another build finds alike make no other report.
 *
 * @param study SHA-256 of the study file
 * @param results SHA-256 over those of the results
 */
record ReportBasis(Sha256 study, Sha256 results) {
    /** Names that no file of a report has. */
    private static final String STUDY = "(study)";

    private static final String RESULTS = "(results)";

    static ReportBasis of(Study study, List<Sha256> results) {
        String list = String.join("\n", results.stream().map(Sha256::hex).toList());
        return new ReportBasis(new Sha256(study.source().sha256()), Sha256.of(list));
    }

    /** The basis of a noted report; empty for one that was noted before this was kept. */
    static Optional<ReportBasis> of(JournalEntry report) {
        Sha256 study = report.outputs().get(STUDY);
        Sha256 results = report.outputs().get(RESULTS);
        return study == null || results == null ? Optional.empty() : Optional.of(new ReportBasis(study, results));
    }

    /** The files of a noted report with their hashes. */
    static Map<String, Sha256> files(JournalEntry report) {
        Map<String, Sha256> files = new LinkedHashMap<>(report.outputs());
        files.keySet().removeAll(Set.of(STUDY, RESULTS));
        return files;
    }

    /** The basis and these files, as a journal entry keeps them. */
    Map<String, Sha256> asOutputs(Map<String, Sha256> files) {
        Map<String, Sha256> outputs = new LinkedHashMap<>(files);
        outputs.put(STUDY, study);
        outputs.put(RESULTS, results);
        return outputs;
    }
}
