package org.kindlin.study.record;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.json.FigureFile;

/**
 * A finished analysis as it lies in the record, every byte checked against its hash.
 *
 * @param hash SHA-256 of the document
 * @param json the document
 * @param figures the SVG files by figure name
 * @param attachments the files made beside the numbers, by file name
 */
public record KeptAnalysis(Sha256 hash, byte[] json, Map<String, byte[]> figures, Map<String, byte[]> attachments) {

    public KeptAnalysis {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
    }

    /** The analysis with its figures from the store; empty where one is missing or damaged, or the JSON is no document. */
    static Optional<KeptAnalysis> load(Sha256 hash, byte[] json, ObjectStore objects) {
        Map<String, byte[]> figures = new LinkedHashMap<>();
        Map<String, byte[]> attachments = new LinkedHashMap<>();
        try {
            for (FigureFile figure : DocumentJson.figures(hash.hex(), json)) {
                Optional<byte[]> svg = objects.find(new Sha256(figure.sha256()));
                if (svg.isEmpty()) {
                    return Optional.empty();
                }
                figures.put(figure.name(), svg.get());
            }
            for (AttachmentRecord attachment : DocumentJson.attachments(hash.hex(), json)) {
                Optional<byte[]> bytes = objects.find(new Sha256(attachment.sha256()));
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                attachments.put(attachment.name(), bytes.get());
            }
        } catch (InputFaultException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new KeptAnalysis(hash, json, figures, attachments));
    }

    /**
     * The document, read from its JSON.
     *
     * @throws InputFaultException if it was written by a version whose shape differs
     */
    public AnalysisDocument document() {
        return DocumentJson.read(hash.hex(), json, this::svg);
    }

    private String svg(FigureFile figure) {
        return new String(figures.getOrDefault(figure.name(), new byte[0]), StandardCharsets.UTF_8);
    }
}
