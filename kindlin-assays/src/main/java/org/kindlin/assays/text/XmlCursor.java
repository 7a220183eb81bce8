package org.kindlin.assays.text;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A cursor over an XML file: elements and texts, and nothing else.
 *
 * <p>Document type declarations are refused, so there are no entities to expand and no files to fetch; depth is bounded.
 */
public final class XmlCursor {
    private static final int DEEPEST = 96;
    private static final int LONGEST_REASON = 300;
    private final XMLStreamReader reader;
    private int depth;

    /** A cursor before the root element. */
    public XmlCursor(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.reader = factory.createXMLStreamReader(new StringReader(text));
    }

    /** Goes on to the next start of an element; false at the end of the element that is open, or of the file. */
    public boolean nextElement() throws XMLStreamException {
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

    public String name() {
        return reader.getLocalName();
    }

    /** Namespace of the element whose start was reached; empty where it has none. */
    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** An attribute of the element whose start was reached; empty where it has none of that name. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /** All text within the element whose start was reached, formatting left out; goes on to its end. */
    public String text() throws XMLStreamException {
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
    public void skip() throws XMLStreamException {
        int open = depth;
        while (depth >= open) {
            step();
        }
    }

    /** The parser's message without its own account of the place, shortened. */
    public static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String plain = at < 0 ? message : message.substring(at + "Message: ".length());
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
    }

    /** {@code line 12}, where the parser says; else empty. */
    public static String place(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return line > 0 ? "line " + line : "";
    }

    private int step() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type declaration or an entity, which are not read");
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
