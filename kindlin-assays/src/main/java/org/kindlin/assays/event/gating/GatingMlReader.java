package org.kindlin.assays.event.gating;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.assays.text.XmlCursor;
import org.kindlin.fault.Faults;

/**
 * Reads Gating-ML 2.0. Elements and attributes are known by their local names; what stands in {@code custom_info} is passed
 * over. Every fault of the document is collected.
 */
public final class GatingMlReader {
    private static final String ROOT = "Gating-ML";
    private static final String REMEDY = "give a Gating-ML 2.0 document";

    private final String file;
    private final XmlCursor xml;
    private final Faults faults;
    private final List<Gate> gates = new ArrayList<>();
    private final Map<String, Transformation> transformations = new LinkedHashMap<>();
    private final Map<String, SpectrumMatrix> matrices = new LinkedHashMap<>();

    private GatingMlReader(String file, XmlCursor xml, Faults faults) {
        this.file = file;
        this.xml = xml;
        this.faults = faults;
    }

    /** Whether a file looks like Gating-ML. */
    public static boolean recognizes(RawFile file) {
        String head = new String(file.bytes(), 0, Math.min(file.bytes().length, 4096), StandardCharsets.ISO_8859_1);
        return head.contains(ROOT);
    }

    /** The document; empty where faults were added. */
    public static Optional<GatingDocument> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(decoded -> read(file.path(), decoded.text(), faults));
    }

    private static Optional<GatingDocument> read(String file, String text, Faults faults) {
        int before = faults.all().size();
        try {
            XmlCursor xml = new XmlCursor(text);
            if (!xml.nextElement() || !xml.name().equals(ROOT)) {
                faults.add(file, "", "is no Gating-ML: it does not start with <" + ROOT + ">", REMEDY);
                return Optional.empty();
            }
            if (xml.namespace().contains("/v1.")) {
                faults.add(file, "", "is Gating-ML 1, whose gates mean other things", REMEDY);
                return Optional.empty();
            }
            GatingMlReader reader = new GatingMlReader(file, xml, faults);
            reader.document();
            GatingDocument document = new GatingDocument(reader.gates, reader.transformations, reader.matrices);
            GatingChecks.check(file, document, faults);
            return faults.all().size() == before ? Optional.of(document) : Optional.empty();
        } catch (XMLStreamException e) {
            faults.add(file, XmlCursor.place(e), "cannot be read as XML: " + XmlCursor.reason(e), REMEDY);
            return Optional.empty();
        }
    }

    private void document() throws XMLStreamException {
        while (xml.nextElement()) {
            int line = xml.line();
            try {
                element();
            } catch (MalformedGate e) {
                faults.add(file, "line " + line, String.valueOf(e.getMessage()), "correct the gate, or leave it out");
                return;
            } catch (IllegalArgumentException e) {
                faults.add(file, "line " + line, String.valueOf(e.getMessage()), "correct the numbers");
                return;
            }
        }
    }

    private void element() throws XMLStreamException {
        switch (xml.name()) {
            case "RectangleGate", "PolygonGate", "EllipsoidGate", "QuadrantGate", "BooleanGate" ->
                gates.add(new GateParser(xml).gate());
            case "transformation" -> {
                Transformation read = new TransformationParser(xml).transformation();
                keep(transformations.put(read.id(), read), read.id());
            }
            case "spectrumMatrix" -> {
                SpectrumMatrix read = new TransformationParser(xml).spectrumMatrix();
                keep(matrices.put(read.id(), read), read.id());
            }
            case "custom_info" -> xml.skip();
            default -> throw new MalformedGate("<" + xml.name() + "> is no gate, transformation or spectrum matrix");
        }
    }

    private static void keep(@org.jspecify.annotations.Nullable Object earlier, String id) {
        if (earlier != null) {
            throw new MalformedGate("the id '" + id + "' is given twice");
        }
    }
}
