package org.kindlin.assays.prism;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A cursor over the XML of a Prism file: elements and texts, and nothing else.
 *
 * <p>Document type declarations are refused, so there are no entities to expand and no files to fetch; depth is bounded.
 */
final class PrismXml {
    private static final int DEEPEST = 64;
    private final XMLStreamReader reader;
    private int depth;

    PrismXml(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.reader = factory.createXMLStreamReader(new StringReader(text));
    }

    /** Goes on to the next start of an element; false at the end of the element that is open, or of the file. */
    boolean nextElement() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    /** An attribute of the element whose start was reached; empty where it has none of that name. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** All text within the element whose start was reached, formatting left out; goes on to its end. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int open = depth;
        while (depth >= open) {
            int event = step();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString().strip();
    }

    /** Goes on to the end of the element whose start was reached. */
    void skip() throws XMLStreamException {
        int open = depth;
        while (depth >= open) {
            step();
        }
    }

    private int step() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type declaration or an entity, which no Prism file has");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new XMLStreamException("elements nested deeper than " + DEEPEST);
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }
}
