package org.kindlin.assays.event.gating;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.text.XmlCursor;

/** Attributes of the element a cursor stands at, typed. */
final class GatingAttributes {
    private GatingAttributes() {}

    static String required(XmlCursor xml, String name) {
        String value = xml.attribute(name).strip();
        if (value.isEmpty()) {
            throw new MalformedGate("<" + xml.name() + "> has no attribute '" + name + "'");
        }
        return value;
    }

    static Optional<String> optional(XmlCursor xml, String name) {
        return Optional.of(xml.attribute(name).strip()).filter(value -> !value.isEmpty());
    }

    static double number(XmlCursor xml, String name) {
        return number(required(xml, name), name);
    }

    static double number(XmlCursor xml, String name, double otherwise) {
        return optional(xml, name).map(text -> number(text, name)).orElse(otherwise);
    }

    /** A number as XML Schema writes doubles: {@code INF} is one, NaN is none. */
    static double number(String text, String name) {
        return switch (text) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> decimal(text, name);
        };
    }

    private static double decimal(String text, String name) {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // told below, as NaN is
        }
        if (Double.isNaN(value)) {
            throw new MalformedGate("'" + text + "' is no number (" + name + ")");
        }
        return value;
    }

    static double finite(XmlCursor xml, String name) {
        double value = number(xml, name);
        if (Double.isInfinite(value)) {
            throw new MalformedGate("'" + name + "' must be finite");
        }
        return value;
    }

    static boolean flag(XmlCursor xml, String name) {
        String value = xml.attribute(name).strip();
        return value.equals("true") || value.equals("1");
    }

    /** The name of a {@code fcs-dimension} or the reference of a {@code new-dimension}; goes on to its end. */
    static Dimension.Source source(XmlCursor xml) throws XMLStreamException {
        Dimension.Source source = switch (xml.name()) {
            case "fcs-dimension" -> new Dimension.Source.Channel(required(xml, "name"));
            case "new-dimension" -> new Dimension.Source.Derived(required(xml, "transformation-ref"));
            default -> throw new MalformedGate("<" + xml.name() + "> is no dimension");
        };
        xml.skip();
        return source;
    }
}
