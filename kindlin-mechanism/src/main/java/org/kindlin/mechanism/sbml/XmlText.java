package org.kindlin.mechanism.sbml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Elements as text again: for notes and annotations, which are kept but not understood. */
final class XmlText {
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

    /** Every namespace in it gets a prefix of its own: the first has none. */
    private void declare(XmlElement element) {
        prefixes.putIfAbsent(element.namespace(), prefixes.isEmpty() ? "" : "n" + prefixes.size());
        for (String key : element.attributes().keySet()) {
            if (key.startsWith("{")) {
                String space = key.substring(1, key.indexOf('}'));
                String given = prefixes.get(space);
                if (given == null || given.isEmpty()) {
                    prefixes.put(space, "n" + prefixes.size());
                }
            }
        }
        element.children().forEach(this::declare);
    }

    private void write(XmlElement element, boolean top) {
        String tag = qualified(element.namespace(), element.name());
        text.append('<').append(tag);
        if (top) {
            prefixes.forEach((space, prefix) -> text.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                    .append("=\"")
                    .append(escape(space))
                    .append('"'));
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

    private String attributeName(String key) {
        return key.startsWith("{")
                ? qualified(key.substring(1, key.indexOf('}')), key.substring(key.indexOf('}') + 1))
                : key;
    }

    private String qualified(String space, String name) {
        String prefix = prefixes.getOrDefault(space, "");
        if (space.equals("http://www.w3.org/XML/1998/namespace")) {
            return "xml:" + name;
        }
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    static String escape(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
