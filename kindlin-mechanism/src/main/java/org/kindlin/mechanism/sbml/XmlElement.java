package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML document with everything in it. Mutable, so that a document can be rewritten before it is read;
 * equal to itself only.
 *
 * <p>An attribute's key is its local name where it has no namespace, else {@code {namespace}name}.
 */
final class XmlElement {
    private final String namespace;
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    XmlElement(String namespace, String name, int line) {
        this.namespace = namespace;
        this.name = name;
        this.line = line;
        texts.add("");
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** The elements in this one, in order; changes to the list change this element. */
    List<XmlElement> children() {
        return children;
    }

    void append(XmlElement child) {
        children.add(child);
        texts.add("");
    }

    void appendText(String text) {
        texts.set(texts.size() - 1, texts.getLast() + text);
    }

    /** The text before child {@code index}, or after the last where there is none of that number. */
    String textBefore(int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    /** All text that stands directly in this element, trimmed. */
    String text() {
        return String.join("", texts).strip();
    }

    boolean is(String wantedNamespace, String wantedName) {
        return name.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    Optional<XmlElement> child(String wantedNamespace, String wantedName) {
        return children.stream()
                .filter(child -> child.is(wantedNamespace, wantedName))
                .findFirst();
    }

    /** This element and everything in it, anew. */
    XmlElement copy() {
        XmlElement copy = new XmlElement(namespace, name, line);
        copy.attributes.putAll(attributes);
        for (XmlElement child : children) {
            copy.children.add(child.copy());
        }
        copy.texts.clear();
        copy.texts.addAll(texts);
        return copy;
    }
}
