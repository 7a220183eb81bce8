package org.kindlin.mechanism.sbml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Faults;

/**
 * Reads an XML document into {@link XmlElement}s.
 *
 * <p>Hostile until read: a document type declaration is refused (so there are no entities but the five of XML), and depth,
 * number of elements and bytes are limited. Reading keeps a stack of its own, so that depth costs no calls.
 */
final class XmlDocument {
    static final int MOST_BYTES = 256 << 20;
    static final int DEEPEST = 500;
    static final int MOST_ELEMENTS = 4_000_000;

    private final String file;
    private final Faults faults;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int elements;
    private @Nullable XmlElement root;

    private XmlDocument(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The root element; empty where there is a fault, which is told. */
    static Optional<XmlElement> read(String file, byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES) {
            faults.add(file, "", "is larger than " + (MOST_BYTES >> 20) + " MiB", "simulate a smaller model");
            return Optional.empty();
        }
        XmlDocument document = new XmlDocument(file, faults);
        try {
            return document.parse(bytes);
        } catch (XMLStreamException broken) {
            document.fault(lineOf(broken), "is not well-formed XML: " + reason(broken), "export it again");
        } catch (RuntimeException broken) { // the platform's parser has its own limits, told in its own exceptions
            document.fault(0, "is not readable as XML", "export it again");
        }
        return Optional.empty();
    }

    private Optional<XmlElement> parse(byte[] bytes) throws XMLStreamException {
        XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            while (xml.hasNext()) {
                if (!take(xml, xml.next())) {
                    return Optional.empty();
                }
            }
        } finally {
            xml.close();
        }
        return Optional.ofNullable(root);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("jdk.xml.maxElementDepth", 0); // the platform's 100 are few for formulas; ours hold
        return factory;
    }

    private boolean take(XMLStreamReader xml, int event) {
        int line = xml.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                return start(xml, line);
            }
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.element().appendText(xml.getText());
                }
            }
            case XMLStreamConstants.DTD -> {
                return fault(line, "has a document type declaration", "remove <!DOCTYPE ...>: SBML needs none");
            }
            case XMLStreamConstants.ENTITY_REFERENCE -> {
                return fault(line, "refers to an entity", "write the characters themselves");
            }
            default -> {}
        }
        return true;
    }

    private boolean start(XMLStreamReader xml, int line) {
        if (open.size() >= DEEPEST) {
            return fault(
                    line, "nests elements more than " + DEEPEST + " deep", "split the formula with assignment rules");
        }
        if (++elements > MOST_ELEMENTS) {
            return fault(line, "has more than " + MOST_ELEMENTS + " elements", "simulate a smaller model");
        }
        XmlElement element = new XmlElement(empty(xml.getNamespaceURI()), xml.getLocalName(), line);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = empty(xml.getAttributeNamespace(i));
            String key =
                    space.isEmpty() ? xml.getAttributeLocalName(i) : "{" + space + "}" + xml.getAttributeLocalName(i);
            element.attributes().put(key, xml.getAttributeValue(i));
        }
        if (open.isEmpty()) {
            root = element;
        } else {
            open.element().append(element);
        }
        open.push(element);
        return true;
    }

    private boolean fault(int line, String problem, String remedy) {
        faults.add(file, line > 0 ? "line " + line : "", problem, remedy);
        return false;
    }

    private static int lineOf(XMLStreamException broken) {
        return broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
    }

    /** What the parser says, without the place it puts before it. */
    private static String reason(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int cut = message.indexOf("Message: ");
        return cut < 0 ? message : message.substring(cut + "Message: ".length());
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
