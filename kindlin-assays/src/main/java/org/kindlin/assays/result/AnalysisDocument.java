package org.kindlin.assays.result;

import java.util.List;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.figures.Figure;

/**
 * One finished analysis: the record that terminal, JSON, report and web all read.
 *
 * @param kindlin version that produced it
 * @param analysis name of the assay
 * @param inputs every file read, in order
 * @param protocol every parameter with its value and whether it was stated or a default
 * @param seed seed of everything random
 * @param results by subject
 * @param verdicts the answer in plain sentences
 * @param exclusions every reading left out
 * @param methods the methods paragraph
 * @param figures the figures, drawn
 * @param attachments the files made beside the numbers, by their hashes
 */
public record AnalysisDocument(
        String kindlin,
        String analysis,
        List<InputRecord> inputs,
        List<ProtocolEntry> protocol,
        long seed,
        List<SubjectResult> results,
        List<String> verdicts,
        List<Exclusion> exclusions,
        String methods,
        List<Figure> figures,
        List<AttachmentRecord> attachments) {

    public AnalysisDocument {
        inputs = List.copyOf(inputs);
        protocol = List.copyOf(protocol);
        results = List.copyOf(results);
        verdicts = List.copyOf(verdicts);
        exclusions = List.copyOf(exclusions);
        figures = List.copyOf(figures);
        attachments = List.copyOf(attachments);
    }

    /** A document without attachments. */
    public AnalysisDocument(
            String kindlin,
            String analysis,
            List<InputRecord> inputs,
            List<ProtocolEntry> protocol,
            long seed,
            List<SubjectResult> results,
            List<String> verdicts,
            List<Exclusion> exclusions,
            String methods,
            List<Figure> figures) {
        this(kindlin, analysis, inputs, protocol, seed, results, verdicts, exclusions, methods, figures, List.of());
    }

    /** Whether any input says that it was simulated; then everything derived from it says so too. */
    public boolean simulated() {
        return inputs.stream().anyMatch(InputRecord::simulated);
    }
}
