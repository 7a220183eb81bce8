package org.kindlin.assays.workbook;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through one XML part of a workbook, element by element. Document types are refused, so that no entity is ever
 * declared, let alone fetched.
 */
final class XmlPart implements AutoCloseable {
    static final int LONGEST_TEXT = 32_767; // as in a spreadsheet cell

    private static final String AGAIN = "save the workbook again";

    private final String name;
    private final XMLStreamReader reader;

    private XmlPart(String name, XMLStreamReader reader) {
        this.name = name;
        this.reader = reader;
    }

    static XmlPart of(String name, byte[] content) throws WorkbookException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            return new XmlPart(name, factory.createXMLStreamReader(new StringReader(text(content))));
        } catch (XMLStreamException | CharacterCodingException | RuntimeException e) {
            throw new WorkbookException(name, "the part is not XML", AGAIN);
        }
    }

    /** XML of workbooks is UTF-8, or UTF-16 with a byte order mark; whatever it declares, anything else is damage. */
    private static String text(byte[] content) throws CharacterCodingException {
        boolean isUtf16 = content.length > 1
                && ((content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
                        || (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE));
        CharsetDecoder decoder = (isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text = decoder.decode(ByteBuffer.wrap(content)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Goes to the next start or end of an element or piece of text; false at the end of the part. */
    boolean next() throws WorkbookException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new WorkbookException(
                            place(), "a document type or entity, which no spreadsheet needs", AGAIN);
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        || event == XMLStreamConstants.END_ELEMENT
                        || isText(event)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) { // the parser of the JDK throws both for bad XML
            throw new WorkbookException(place(), "the XML is damaged or cut off", AGAIN);
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    boolean isStart(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean isEnd(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** The text here; empty where this is no text. */
    String text() {
        return reader.isCharacters() ? reader.getText() : "";
    }

    /** An attribute of the element here, of whatever namespace. */
    Optional<String> attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Reads the text inside the element here, up to its end. */
    String textOf(String element) throws WorkbookException {
        StringBuilder text = new StringBuilder();
        while (next() && !isEnd(element)) {
            append(text);
        }
        return text.toString();
    }

    /** Reads the {@code t} elements inside the one here, up to its end; phonetic guides ({@code rPh}) are left out. */
    String richTextOf(String element) throws WorkbookException {
        StringBuilder text = new StringBuilder();
        boolean isPhonetic = false;
        boolean isText = false;
        while (next() && !isEnd(element)) {
            isPhonetic = isStart("rPh") || (isPhonetic && !isEnd("rPh"));
            isText = isStart("t") || (isText && !isEnd("t"));
            if (isText && !isPhonetic) {
                append(text);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        String more = text();
        text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
    }

    String place() {
        return name + " line " + reader.getLocation().getLineNumber();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("closing a reader of memory cannot fail", e);
        }
    }
}
