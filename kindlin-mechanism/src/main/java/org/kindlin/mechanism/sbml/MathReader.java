package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.mechanism.model.Distribution;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Expression.Apply;
import org.kindlin.mechanism.model.Expression.Avogadro;
import org.kindlin.mechanism.model.Expression.Call;
import org.kindlin.mechanism.model.Expression.Delay;
import org.kindlin.mechanism.model.Expression.Literal;
import org.kindlin.mechanism.model.Expression.Piece;
import org.kindlin.mechanism.model.Expression.Piecewise;
import org.kindlin.mechanism.model.Expression.RateOf;
import org.kindlin.mechanism.model.Expression.Symbol;
import org.kindlin.mechanism.model.Expression.Time;
import org.kindlin.mechanism.model.Expression.Truth;
import org.kindlin.mechanism.model.Operator;

/** Content MathML, as much of it as SBML admits, read into {@link Expression}s. */
final class MathReader {
    private static final String SYMBOLS = "http://www.sbml.org/sbml/symbols/";
    private static final String DISTRIB = "distrib/";
    private static final Map<String, Operator> OPERATORS = operators();
    private static final Expression UNREADABLE = Expression.number(Double.NaN);

    private final Attributes attributes;

    MathReader(Attributes attributes) {
        this.attributes = attributes;
    }

    private static Map<String, Operator> operators() {
        Map<String, Operator> all = new HashMap<>();
        for (Operator operator : Operator.values()) {
            all.put(operator.mathml(), operator);
        }
        return Map.copyOf(all);
    }

    /** The formula in the {@code math} element of {@code owner}; empty where there is none. */
    Optional<Expression> in(XmlElement owner) {
        Optional<XmlElement> math = owner.child(SbmlLevel.MATHML, "math");
        return math.flatMap(this::single).map(this::read);
    }

    /** The one element in {@code math}; empty where there is none, which Level 3 Version 2 admits. */
    Optional<XmlElement> single(XmlElement math) {
        if (math.children().size() > 1) {
            fault(math, "<math> has more than one formula", "leave one");
        }
        return math.children().stream().findFirst();
    }

    Expression read(XmlElement element) {
        if (!element.namespace().equals(SbmlLevel.MATHML)) {
            return unreadable(element, "<" + element.name() + "> is no MathML");
        }
        return switch (element.name()) {
            case "cn" -> number(element);
            case "ci" -> new Symbol(element.text());
            case "csymbol" -> csymbol(element);
            case "apply" -> apply(element);
            case "piecewise" -> piecewise(element);
            case "semantics" ->
                element.children().isEmpty()
                        ? empty(element)
                        : read(element.children().getFirst());
            case "true" -> new Truth(true);
            case "false" -> new Truth(false);
            case "pi" -> Expression.number(Math.PI);
            case "exponentiale" -> Expression.number(Math.E);
            case "infinity" -> Expression.number(Double.POSITIVE_INFINITY);
            case "notanumber" -> Expression.number(Double.NaN);
            default -> unreadable(element, "<" + element.name() + "> cannot stand in a formula");
        };
    }

    private Expression number(XmlElement element) {
        String type = element.attribute("type").orElse("real").strip();
        String unit = element.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("{http://www.sbml.org/")
                        && entry.getKey().endsWith("}units"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= element.children().size(); i++) {
            parts.add(element.textBefore(i).strip());
        }
        OptionalDouble value = value(type, parts);
        if (value.isEmpty()) {
            return unreadable(
                    element, "'" + Attributes.shortened(String.join(" ", parts)) + "' is no number of type " + type);
        }
        return new Literal(value.getAsDouble(), unit);
    }

    private static OptionalDouble value(String type, List<String> parts) {
        return switch (type) {
            case "real", "integer" -> parts.size() == 1 ? Attributes.parse(parts.getFirst()) : OptionalDouble.empty();
            case "e-notation" ->
                parts.size() == 2 ? Attributes.parse(parts.get(0) + "e" + parts.get(1)) : OptionalDouble.empty();
            case "rational" -> {
                OptionalDouble above = Attributes.parse(parts.getFirst());
                OptionalDouble below = Attributes.parse(parts.getLast());
                yield parts.size() == 2 && above.isPresent() && below.isPresent()
                        ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                        : OptionalDouble.empty();
            }
            default -> OptionalDouble.empty();
        };
    }

    private Expression csymbol(XmlElement element) {
        return switch (symbolName(element)) {
            case "time" -> new Time();
            case "avogadro" -> new Avogadro();
            default ->
                unreadable(
                        element,
                        "csymbol '" + element.attribute("definitionURL").orElse("") + "' cannot stand alone");
        };
    }

    private static String symbolName(XmlElement element) {
        String url = element.attribute("definitionURL").orElse("").strip();
        return url.startsWith(SYMBOLS) ? url.substring(SYMBOLS.length()) : "";
    }

    private Expression apply(XmlElement element) {
        if (element.children().isEmpty()) {
            return empty(element);
        }
        XmlElement head = element.children().getFirst();
        List<XmlElement> rest = element.children().subList(1, element.children().size());
        return switch (head.name()) {
            case "ci" -> new Call(head.text(), all(rest));
            case "csymbol" -> function(head, rest);
            case "root" -> qualified(head, rest, Operator.ROOT, "degree", 2);
            case "log" -> qualified(head, rest, Operator.LOG, "logbase", 10);
            default -> operation(head, all(rest));
        };
    }

    private Expression operation(XmlElement head, List<Expression> arguments) {
        Operator operator = OPERATORS.get(head.name());
        if (operator == null || !head.namespace().equals(SbmlLevel.MATHML)) {
            return unreadable(head, "<" + head.name() + "> is no function of SBML's MathML");
        }
        if (!operator.takes(arguments.size())) {
            return wrongCount(head, operator.arity(), arguments.size());
        }
        return new Apply(operator, arguments);
    }

    /** A function with a qualifier ({@code degree}, {@code logbase}) that may be left out. */
    private Expression qualified(
            XmlElement head, List<XmlElement> rest, Operator operator, String qualifier, double otherwise) {
        Expression first = Expression.number(otherwise);
        List<XmlElement> others = new ArrayList<>();
        for (XmlElement argument : rest) {
            if (argument.is(SbmlLevel.MATHML, qualifier)) {
                first = argument.children().isEmpty()
                        ? empty(argument)
                        : read(argument.children().getFirst());
            } else {
                others.add(argument);
            }
        }
        return others.size() == 1
                ? Expression.apply(operator, first, read(others.getFirst()))
                : wrongCount(head, "1", others.size());
    }

    private Expression function(XmlElement head, List<XmlElement> rest) {
        List<Expression> arguments = all(rest);
        String name = symbolName(head);
        if (name.equals("delay")) {
            return arguments.size() == 2
                    ? new Delay(arguments.get(0), arguments.get(1))
                    : wrongCount(head, "2", arguments.size());
        }
        if (name.equals("rateOf")) {
            return arguments.size() == 1 ? new RateOf(arguments.getFirst()) : wrongCount(head, "1", arguments.size());
        }
        if (name.startsWith(DISTRIB)) {
            return new Call(Distribution.PREFIX + name.substring(DISTRIB.length()), arguments);
        }
        return unreadable(head, "csymbol '" + head.attribute("definitionURL").orElse("") + "' is no function");
    }

    private Expression piecewise(XmlElement element) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Expression> otherwise = Optional.empty();
        for (XmlElement part : element.children()) {
            if (part.name().equals("piece") && part.children().size() == 2) {
                pieces.add(new Piece(
                        read(part.children().get(0)), read(part.children().get(1))));
            } else if (part.name().equals("otherwise") && part.children().size() == 1) {
                otherwise = Optional.of(read(part.children().getFirst()));
            } else {
                return unreadable(
                        part,
                        "<" + part.name() + "> with " + part.children().size() + " parts cannot stand in <piecewise>");
            }
        }
        return new Piecewise(pieces, otherwise);
    }

    private List<Expression> all(List<XmlElement> elements) {
        List<Expression> all = new ArrayList<>(elements.size());
        for (XmlElement element : elements) {
            all.add(read(element)); // no stream: formulas may be deep
        }
        return all;
    }

    private Expression empty(XmlElement element) {
        return unreadable(element, "<" + element.name() + "> is empty");
    }

    private Expression wrongCount(XmlElement head, String wanted, int got) {
        return unreadable(
                head, String.format(Locale.ROOT, "<%s> takes %s arguments and has %d", head.name(), wanted, got));
    }

    private Expression unreadable(XmlElement element, String problem) {
        fault(element, problem, "mend the formula");
        return UNREADABLE;
    }

    private void fault(XmlElement element, String problem, String remedy) {
        attributes.fault(element, problem, remedy);
    }
}
