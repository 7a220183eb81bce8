package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FluxBalance;
import org.kindlin.mechanism.model.FluxBalance.Bound;
import org.kindlin.mechanism.model.FluxBalance.Objective;
import org.kindlin.mechanism.model.FluxBalance.Term;

/**
 * The Level 3 package for flux balance constraints, Versions 1 and 2 (Olivier and Bergmann, J Integr Bioinform 2018): bounds are a list of
 * their own in the first, attributes of reactions in the second.
 */
final class FluxBalanceReader {
    private static final String PACKAGE = "http://www.sbml.org/sbml/level3/version1/fbc/version";

    private final Attributes attributes;

    FluxBalanceReader(Attributes attributes) {
        this.attributes = attributes;
    }

    /** What is asked; empty where the model has no objectives. */
    Optional<FluxBalance> read(XmlElement model) {
        Optional<XmlElement> list = child(model, "listOfObjectives");
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<Bound> bounds = new ArrayList<>();
        child(model, "listOfFluxBounds").ifPresent(found -> found.children().forEach(each -> bound(each, bounds)));
        for (XmlElement reaction : ModelReader.items(model, "listOfReactions")) {
            String id = reaction.attribute("id").orElse("");
            parameter(reaction, "lowerFluxBound").ifPresent(value -> bounds.add(new Bound(id, false, value)));
            parameter(reaction, "upperFluxBound").ifPresent(value -> bounds.add(new Bound(id, true, value)));
        }
        List<Objective> objectives = list.get().children().stream()
                .filter(each -> each.name().equals("objective"))
                .map(this::objective)
                .toList();
        return Optional.of(new FluxBalance(bounds, objectives, attribute(list.get(), "activeObjective")));
    }

    private static Optional<XmlElement> child(XmlElement owner, String name) {
        return owner.children().stream()
                .filter(each -> each.name().equals(name) && each.namespace().startsWith(PACKAGE))
                .findFirst();
    }

    private static String attribute(XmlElement element, String key) {
        return element.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("{" + PACKAGE)
                        && entry.getKey().endsWith("}" + key))
                .map(entry -> entry.getValue().strip())
                .findFirst()
                .orElse("");
    }

    private static Optional<Expression> parameter(XmlElement reaction, String key) {
        String id = attribute(reaction, key);
        return id.isEmpty() ? Optional.empty() : Optional.of(Expression.symbol(id));
    }

    private void bound(XmlElement element, List<Bound> bounds) {
        String reaction = attribute(element, "reaction");
        Expression value = Expression.number(number(element, "value"));
        switch (attribute(element, "operation")) {
            case "lessEqual", "less" -> bounds.add(new Bound(reaction, true, value));
            case "greaterEqual", "greater" -> bounds.add(new Bound(reaction, false, value));
            case "equal" -> {
                bounds.add(new Bound(reaction, true, value));
                bounds.add(new Bound(reaction, false, value));
            }
            default ->
                attributes.fault(
                        element,
                        "the flux bound has the operation '" + Attributes.shortened(attribute(element, "operation"))
                                + "'",
                        "write lessEqual, greaterEqual or equal");
        }
    }

    private Objective objective(XmlElement element) {
        List<Term> terms = new ArrayList<>();
        child(element, "listOfFluxObjectives")
                .ifPresent(list -> list.children()
                        .forEach(
                                each -> terms.add(new Term(attribute(each, "reaction"), number(each, "coefficient")))));
        return new Objective(
                attribute(element, "id"), attribute(element, "type").equals("maximize"), terms);
    }

    private double number(XmlElement element, String key) {
        return Attributes.parse(attribute(element, key)).orElseGet(() -> {
            attributes.fault(element, "<" + element.name() + "> lacks a number for " + key, "give one");
            return Double.NaN;
        });
    }
}
