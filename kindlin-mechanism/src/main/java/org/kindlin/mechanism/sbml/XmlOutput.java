package org.kindlin.mechanism.sbml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Writes indented XML: elements are opened, given attributes, and closed. Not thread-safe. */
final class XmlOutput {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean tagOpen;

    XmlOutput open(String name) {
        finishTag();
        indent().append('<').append(name);
        open.push(name);
        tagOpen = true;
        return this;
    }

    XmlOutput attribute(String name, String value) {
        text.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.escape(value))
                .append('"');
        return this;
    }

    /** The attribute, unless it is empty. */
    XmlOutput optional(String name, String value) {
        return value.isEmpty() ? this : attribute(name, value);
    }

    XmlOutput optional(String name, OptionalDouble value) {
        return value.isPresent() ? attribute(name, number(value.getAsDouble())) : this;
    }

    XmlOutput attribute(String name, boolean value) {
        return attribute(name, String.valueOf(value));
    }

    XmlOutput close() {
        String name = open.pop();
        if (tagOpen) {
            text.append("/>\n");
            tagOpen = false;
        } else {
            indent().append("</").append(name).append(">\n");
        }
        return this;
    }

    /** An element with nothing but text in it. */
    XmlOutput leaf(String name, String content) {
        finishTag();
        indent().append('<')
                .append(name)
                .append('>')
                .append(XmlText.escape(content))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** A line that is XML already. */
    XmlOutput raw(String xml) {
        finishTag();
        indent().append(xml).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }

    private void finishTag() {
        if (tagOpen) {
            text.append(">\n");
            tagOpen = false;
        }
    }

    private StringBuilder indent() {
        return text.repeat("  ", open.size());
    }

    /** A number as XML Schema writes it, such that it reads back as it is. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0);
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
