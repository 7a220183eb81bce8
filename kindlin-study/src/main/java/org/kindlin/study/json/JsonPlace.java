package org.kindlin.study.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.MissingNode;

/**
 * A node of a JSON document that knows where it stands, so that a fault can say so.
 *
 * @param file name of the document
 * @param pointer where in it (RFC 6901)
 * @param node the node; missing where the document has none there
 */
record JsonPlace(String file, String pointer, JsonNode node) {

    JsonNodeType kind() {
        return node.getNodeType();
    }

    JsonPlace child(String name) {
        JsonNode child = node.get(name);
        return new JsonPlace(file, pointer + "/" + name, child == null ? MissingNode.getInstance() : child);
    }

    Map<String, JsonPlace> members() {
        require(node.isObject(), "an object");
        Map<String, JsonPlace> members = new LinkedHashMap<>();
        node.propertyNames().forEach(name -> members.put(name, child(name)));
        return members;
    }

    <T> List<T> list(String name, Function<JsonPlace, T> read) {
        return child(name).elements(read);
    }

    <T> List<T> elements(Function<JsonPlace, T> read) {
        require(node.isArray(), "an array");
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(read.apply(new JsonPlace(file, pointer + "/" + i, node.get(i))));
        }
        return elements;
    }

    String text(String name) {
        return child(name).asText();
    }

    @Nullable
    String textOrNull(String name) {
        JsonPlace child = child(name);
        return child.node.isNull() ? null : child.asText();
    }

    double number(String name) {
        return child(name).asNumber();
    }

    @Nullable
    Double numberOrNull(String name) {
        JsonPlace child = child(name);
        return child.node.isNull() ? null : Double.valueOf(child.asNumber());
    }

    long whole(String name) {
        JsonPlace child = child(name);
        child.require(child.node.isIntegralNumber() && child.node.canConvertToLong(), "a whole number");
        return child.node.longValue();
    }

    boolean flag(String name) {
        return child(name).asFlag();
    }

    String asText() {
        require(node.isString(), "text");
        return node.stringValue();
    }

    double asNumber() {
        require(node.isNumber(), "a number");
        return Double.parseDouble(node.asString()); // exact also for whole numbers beyond 64 bits
    }

    boolean asFlag() {
        require(node.isBoolean(), "true or false");
        return node.booleanValue();
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw fault(node.isMissingNode() ? "is missing" : "must be " + expected);
        }
    }

    InputFaultException fault(String problem) {
        String place = pointer.isEmpty() ? "/" : pointer;
        return new InputFaultException(
                new Fault(file, place, place + " " + problem, "only documents written by kindlin can be read"));
    }
}
