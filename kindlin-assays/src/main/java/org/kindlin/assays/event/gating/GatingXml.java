package org.kindlin.assays.event.gating;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of Gating-ML, one a line, indented; numbers so that they read back bit for bit. */
final class GatingXml {
    static final String GATING = "http://www.isac-net.org/std/Gating-ML/v2.0/gating";
    static final String TRANSFORMS = "http://www.isac-net.org/std/Gating-ML/v2.0/transformations";
    static final String DATA = "http://www.isac-net.org/std/Gating-ML/v2.0/datatypes";

    private final XMLStreamWriter xml;
    private int depth;

    GatingXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The root element, with what stands for the namespaces. */
    void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setPrefix("gating", GATING);
        xml.setPrefix("transforms", TRANSFORMS);
        xml.setPrefix("data-type", DATA);
        open(GATING, "Gating-ML");
        xml.writeNamespace("gating", GATING);
        xml.writeNamespace("transforms", TRANSFORMS);
        xml.writeNamespace("data-type", DATA);
    }

    void end() throws XMLStreamException {
        close();
        xml.writeEndDocument();
    }

    /** An element that others, or attributes, follow within. */
    void open(String namespace, String name) throws XMLStreamException {
        if (depth > 0) {
            line();
        }
        xml.writeStartElement(namespace, name);
        depth++;
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    /** An element with attributes alone. */
    void empty(String namespace, String name) throws XMLStreamException {
        line();
        xml.writeEmptyElement(namespace, name);
    }

    /** An element that holds text. */
    void leaf(String namespace, String name, String content) throws XMLStreamException {
        line();
        xml.writeStartElement(namespace, name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    void attribute(String namespace, String name, String value) throws XMLStreamException {
        xml.writeAttribute(namespace, name, value);
    }

    void attribute(String namespace, String name, double value) throws XMLStreamException {
        xml.writeAttribute(namespace, name, text(value));
    }

    /** A parameter of the file, or a fluorochrome. */
    void channel(String name) throws XMLStreamException {
        empty(DATA, "fcs-dimension");
        attribute(DATA, "name", name);
    }

    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(Math.max(0, depth)));
    }
}
