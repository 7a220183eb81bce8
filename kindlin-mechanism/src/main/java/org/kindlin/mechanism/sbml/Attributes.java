package org.kindlin.mechanism.sbml;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.kindlin.fault.Findings;
import org.kindlin.mechanism.model.Remarks;

/** The attributes of elements as the types of SBML, and what is wrong with them. */
final class Attributes {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Findings findings;
    private final SbmlLevel level;

    Attributes(Findings findings, SbmlLevel level) {
        this.findings = findings;
        this.level = level;
    }

    Findings findings() {
        return findings;
    }

    SbmlLevel level() {
        return level;
    }

    static String place(XmlElement element) {
        return "line " + element.line();
    }

    void fault(XmlElement element, String problem, String remedy) {
        findings.fault(place(element), problem, remedy);
    }

    /** An identifier that must be there. */
    String id(XmlElement element, String key) {
        String id = optionalId(element, key);
        if (id.isEmpty() && element.attribute(key).isEmpty()) {
            fault(element, "<" + element.name() + "> lacks its " + key, "give it one");
        }
        return id;
    }

    /** An identifier, or nothing. */
    String optionalId(XmlElement element, String key) {
        String id = element.attribute(key).orElse("").strip();
        if (!id.isEmpty() && !IDENTIFIER.matcher(id).matches()) {
            fault(
                    element,
                    "'" + shortened(id) + "' is no identifier",
                    "use letters, digits and _ only, no digit first");
            return "";
        }
        if (id.isEmpty() && element.attribute(key).isPresent()) {
            fault(element, key + " of <" + element.name() + "> is empty", "give an identifier, or leave it out");
        }
        return id;
    }

    OptionalDouble number(XmlElement element, String key) {
        Optional<String> text = element.attribute(key);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = parse(text.get());
        if (number.isEmpty()) {
            fault(element, key + " is '" + shortened(text.get()) + "'", "write a number such as 1.5e-3");
        }
        return number;
    }

    /** A number as XML Schema writes it. */
    static OptionalDouble parse(String text) {
        String trimmed = text.strip();
        return switch (trimmed) {
            case "INF", "+INF" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-INF" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "NaN" -> OptionalDouble.of(Double.NaN);
            default ->
                NUMBER.matcher(trimmed).matches()
                        ? OptionalDouble.of(Double.parseDouble(trimmed))
                        : OptionalDouble.empty();
        };
    }

    boolean flag(XmlElement element, String key, boolean otherwise) {
        String text = element.attribute(key).orElse("").strip();
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case "" -> otherwise;
            default -> {
                fault(element, key + " is '" + shortened(text) + "'", "write true or false");
                yield otherwise;
            }
        };
    }

    /** A flag that Level 3 demands; where it is missing the default of Level 2 holds. */
    boolean demanded(XmlElement element, String key, boolean otherwise) {
        if (level.from(3, 1) && element.attribute(key).isEmpty()) {
            findings.repaired(
                    "attribute-missing",
                    place(element),
                    "<" + element.name() + "> lacks " + key + ", which Level 3 demands",
                    "read as " + otherwise);
        }
        return flag(element, key, otherwise);
    }

    /** Name, notes, annotation and place of an element. */
    Remarks remarks(XmlElement element) {
        return new Remarks(
                element.attribute("name").orElse(""),
                element.attribute("metaid").orElse(""),
                element.attribute("sboTerm").orElse(""),
                content(element, "notes"),
                content(element, "annotation"),
                element.line());
    }

    private static String content(XmlElement element, String name) {
        return element.child(element.namespace(), name).map(XmlText::ofContent).orElse("");
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
