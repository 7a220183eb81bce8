package org.kindlin.study.report;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG document made fit to stand inside a page.
 *
 * <p>Identifiers get a prefix, so that figures cannot take each other's; only drawing elements pass; scripts, style
 * sheets, event handlers and anything that would load from elsewhere do not.
 */
public final class InlineSvg {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "clipPath",
            "mask",
            "use",
            "image",
            "linearGradient",
            "radialGradient",
            "stop",
            "pattern",
            "marker",
            "symbol");

    private final StringBuilder out;
    private final String prefix;
    private final List<String> rootAttributes;

    private InlineSvg(StringBuilder out, String prefix, List<String> rootAttributes) {
        this.out = out;
        this.prefix = prefix;
        this.rootAttributes = rootAttributes;
    }

    /**
     * The figure as an {@code svg} element.
     *
     * @param prefix what every identifier begins with
     * @param rootAttributes names and values, in turn, that the root element gets in place of its own
     * @throws IllegalArgumentException if the text is not well-formed XML
     */
    public static String embed(String svg, String prefix, List<String> rootAttributes) {
        InlineSvg inline = new InlineSvg(new StringBuilder(svg.length() + 256), prefix, rootAttributes);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(svg));
            inline.copy(reader);
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("a figure is not well-formed SVG: " + e.getMessage(), e);
        }
        return inline.out.append('\n').toString();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void copy(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (ELEMENTS.contains(reader.getLocalName())) {
                        start(reader, depth++);
                    } else {
                        skip(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.append("</").append(reader.getLocalName()).append('>');
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (depth > 0) {
                        out.append(Typography.escape(reader.getText()));
                    }
                }
                default -> {}
            }
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void start(XMLStreamReader reader, int depth) {
        out.append('<').append(reader.getLocalName());
        if (depth == 0) {
            attribute("xmlns", "http://www.w3.org/2000/svg");
            for (int i = 0; i < rootAttributes.size(); i += 2) {
                attribute(rootAttributes.get(i), rootAttributes.get(i + 1));
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            boolean replaced = depth == 0 && rootAttributes.contains(name);
            if (!replaced && isHarmless(name, reader.getAttributeValue(i))) {
                attribute(name, local(name, reader.getAttributeValue(i)));
            }
        }
        out.append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(Typography.escape(value))
                .append('"');
    }

    private static boolean isHarmless(String name, String value) {
        String lower = value.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (name.startsWith("on") || name.equals("class") || name.equals("base")) {
            return false;
        }
        if (name.equals("href")) {
            return lower.startsWith("#") || lower.startsWith("data:image/png;") || lower.startsWith("data:image/jpeg;");
        }
        return !lower.replace("url(#", "").contains("url(") && !lower.contains("\\") && !lower.contains("javascript:");
    }

    /** References within the document follow the prefixed identifiers. */
    private String local(String name, String value) {
        if (name.equals("id")) {
            return prefix + value;
        }
        if (name.equals("href") && value.startsWith("#")) {
            return "#" + prefix + value.substring(1);
        }
        return value.replace("url(#", "url(#" + prefix);
    }
}
