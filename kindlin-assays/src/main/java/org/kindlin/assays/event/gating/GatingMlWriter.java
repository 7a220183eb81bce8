package org.kindlin.assays.event.gating;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Gating-ML 2.0: numbers so that they read back bit for bit. */
public final class GatingMlWriter {
    private GatingMlWriter() {}

    /**
     * The document as UTF-8.
     *
     * @param remark what a reader should know of it; a line of {@code custom_info}, or none where empty
     * @throws IllegalArgumentException if a scale is none of Gating-ML, such as FlowJo's biexponential
     */
    public static byte[] bytes(GatingDocument document, String remark) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            write(document, remark, new GatingXml(stream));
            stream.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string writer does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether every scale of a document is one of Gating-ML; FlowJo's biexponential is not. */
    public static boolean canWrite(GatingDocument document) {
        return document.transformations().values().stream().noneMatch(TransformationWriter::isForeign);
    }

    private static void write(GatingDocument document, String remark, GatingXml xml) throws XMLStreamException {
        xml.begin();
        if (!remark.isEmpty()) {
            xml.leaf(GatingXml.DATA, "custom_info", remark);
        }
        TransformationWriter transformations = new TransformationWriter(xml);
        for (Transformation transformation : document.transformations().values()) {
            transformations.transformation(transformation);
        }
        for (SpectrumMatrix matrix : document.matrices().values()) {
            transformations.matrix(matrix);
        }
        GateWriter gates = new GateWriter(xml);
        for (Gate gate : document.gates()) {
            gates.gate(gate);
        }
        xml.end();
    }
}
