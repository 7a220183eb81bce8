package org.kindlin.study.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.figures.Figure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads analysis documents in the published JSON shape; the same document gives the same bytes. */
public final class DocumentJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(256L << 20)
                            .maxStringLength(16 << 20)
                            .maxNumberLength(64)
                            .maxNameLength(10_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private DocumentJson() {}

    /**
     * The document as UTF-8 JSON text.
     *
     * @param figureFolder folder that holds the figures as {@code NAME.svg}, relative to the reader of the JSON; null
     *     where the figures are not written to files
     */
    public static byte[] write(AnalysisDocument document, @Nullable String figureFolder) {
        return JsonText.of(DocumentTree.of(document, figureFolder)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The document that {@link #write} wrote.
     *
     * @param file what faults name
     * @param figures finds the SVG text of each figure
     * @throws InputFaultException if the bytes are no such document
     */
    public static AnalysisDocument read(String file, byte[] json, FigureFile.Source figures) {
        try {
            return new DocumentParser(figures).document(new JsonPlace(file, "", tree(file, json)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InputFaultException(
                    new Fault(file, "", "not a result document: " + e.getMessage(), "re-run the analysis"));
        }
    }

    /** Where the figures of a document lie, without reading them. */
    public static List<FigureFile> figures(String file, byte[] json) {
        return new JsonPlace(file, "", tree(file, json))
                .list(
                        "figures",
                        node -> new FigureFile(node.text("name"), node.textOrNull("path"), node.text("sha256")));
    }

    /** The attachments of a document by name and hash, without reading anything else. */
    public static List<AttachmentRecord> attachments(String file, byte[] json) {
        return new JsonPlace(file, "", tree(file, json)).list("attachments", DocumentParser::attachment);
    }

    /**
     * A tree of JSON from outside, under limits of depth and size.
     *
     * @throws InputFaultException if the bytes are no JSON
     */
    public static JsonNode tree(String file, byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new InputFaultException(new Fault(
                    file,
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr(),
                    "not readable as JSON: " + e.getOriginalMessage(),
                    "re-run the analysis"));
        }
    }

    /** SHA-256 of a figure's SVG text in UTF-8, as documents carry it. */
    public static String sha256(Figure figure) {
        return new RawFile(figure.name(), figure.svg().getBytes(StandardCharsets.UTF_8)).sha256();
    }
}
