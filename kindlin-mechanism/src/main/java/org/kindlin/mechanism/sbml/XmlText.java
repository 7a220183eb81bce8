package org.kindlin.mechanism.sbml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Elements as text again: for notes and annotations, which are kept but not understood. */
final class XmlText {
    private static final String XML = "{http://www.w3.org/XML/1998/namespace}";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private XmlText() {}

    /** The content of an element: the elements and the text in it, each element with its namespaces declared. */
    static String ofContent(XmlElement element) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < element.children().size(); i++) {
            all.append(escape(element.textBefore(i)));
            XmlText text = new XmlText();
            text.declare(element.children().get(i));
            text.write(element.children().get(i), true);
            all.append(text.text);
        }
        return all.append(escape(element.textBefore(element.children().size())))
                .toString()
                .strip();
    }

    /**
     * Every namespace in it gets a prefix; that of the top element none, unless attributes need one for it.
     */
    private void declare(XmlElement top) {
        Set<String> spaces = new LinkedHashSet<>();
        Set<String> ofAttributes = new HashSet<>();
        collect(top, spaces, ofAttributes);
        int number = 0;
        for (String space : spaces) {
            boolean topmost = space.equals(top.namespace()) && !ofAttributes.contains(space) && !spaces.contains("");
            boolean bare = space.isEmpty() || topmost;
            prefixes.put(space, bare ? "" : "n" + number);
            number++;
        }
    }

    private static void collect(XmlElement element, Set<String> spaces, Set<String> ofAttributes) {
        spaces.add(element.namespace());
        for (String key : element.attributes().keySet()) {
            if (key.startsWith("{") && !key.startsWith(XML)) {
                String space = key.substring(1, key.indexOf('}'));
                spaces.add(space);
                ofAttributes.add(space);
            }
        }
        element.children().forEach(child -> collect(child, spaces, ofAttributes));
    }

    private void write(XmlElement element, boolean top) {
        String tag = qualified(element.namespace(), element.name());
        text.append('<').append(tag);
        if (top) {
            prefixes.forEach(this::declaration);
        }
        element.attributes()
                .forEach((key, value) -> text.append(' ')
                        .append(attributeName(key))
                        .append("=\"")
                        .append(escape(value))
                        .append('"'));
        if (element.children().isEmpty() && element.text().isEmpty()) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (int i = 0; i < element.children().size(); i++) {
            text.append(escape(element.textBefore(i)));
            write(element.children().get(i), false);
        }
        text.append(escape(element.textBefore(element.children().size())))
                .append("</")
                .append(tag)
                .append('>');
    }

    private void declaration(String space, String prefix) {
        if (!space.isEmpty()) {
            text.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                    .append("=\"")
                    .append(escape(space))
                    .append('"');
        }
    }

    private String attributeName(String key) {
        return key.startsWith("{")
                ? qualified(key.substring(1, key.indexOf('}')), key.substring(key.indexOf('}') + 1))
                : key;
    }

    private String qualified(String space, String name) {
        if (XML.equals("{" + space + "}")) {
            return "xml:" + name;
        }
        String prefix = prefixes.getOrDefault(space, "");
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    static String escape(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
