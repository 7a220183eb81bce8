package org.kindlin.study.json;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/**
 * JSON text for people and for hashes: one layout, the same bytes for the same tree on every machine.
 *
 * <p>Containers that hold only scalars stand on one line, everything else is indented by two spaces; so an estimate is
 * one line of a diff. Numbers are written as the shortest decimal that reads back as the same double (the algorithm of
 * Raffaello Giulietti, which {@link Double#toString(double)} uses since JDK 19), whole numbers without a fraction.
 */
public final class JsonText {
    /** Below this, whole numbers are exact and stay readable without an exponent. */
    private static final double PLAIN_WHOLE = 1e15;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** The text of a tree, ending with a line feed. */
    public static String of(JsonNode tree) {
        JsonText writer = new JsonText();
        writer.value(tree, "");
        return writer.text.append('\n').toString();
    }

    /** The text of a tree on a single line, without a line feed. */
    public static String line(JsonNode tree) {
        JsonText writer = new JsonText();
        writer.inline(tree);
        return writer.text.toString();
    }

    private void value(JsonNode node, String indent) {
        if (node.valueStream().anyMatch(JsonNode::isContainer)) {
            String inner = indent + "  ";
            children(node, "\n" + inner, "\n" + indent, child -> value(child, inner));
        } else {
            inline(node);
        }
    }

    private void inline(JsonNode node) {
        if (node.isContainer()) {
            children(node, "", "", this::inline);
        } else {
            scalar(node);
        }
    }

    private void children(JsonNode node, String before, String after, Consumer<JsonNode> write) {
        boolean first = true;
        text.append(node.isObject() ? '{' : '[');
        for (Child child : childrenOf(node)) {
            text.append(first ? "" : ",").append(before).append(child.name());
            write.accept(child.value());
            first = false;
        }
        text.append(after).append(node.isObject() ? '}' : ']');
    }

    private record Child(String name, JsonNode value) {}

    private static List<Child> childrenOf(JsonNode node) {
        return node.isObject()
                ? node.propertyStream()
                        .map(entry -> new Child(quoted(entry.getKey()) + ":", entry.getValue()))
                        .toList()
                : node.valueStream().map(value -> new Child("", value)).toList();
    }

    private void scalar(JsonNode node) {
        if (node.isString()) {
            text.append(quoted(node.stringValue()));
        } else if (node.isFloatingPointNumber()) {
            text.append(number(node.doubleValue()));
        } else if (node.isNull()) {
            text.append("null");
        } else {
            text.append(node.asString()); // whole numbers, true and false are their own text
        }
    }

    private static String quoted(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(string, quoted);
        return quoted.append('"').toString();
    }

    /** The shortest decimal that reads back as this double. */
    public static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < PLAIN_WHOLE;
        boolean negativeZero = value == 0 && 1 / value < 0;
        return whole && !negativeZero ? Long.toString((long) value) : Double.toString(value);
    }
}
