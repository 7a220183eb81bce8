package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Constraint;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.ModelUnits;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.UnitDefinition;
import org.kindlin.mechanism.model.UnitFactor;

/** The {@code model} element and what is in it, but for reactions and events. */
final class ModelReader {
    private final Attributes attributes;
    private final MathReader math;
    private final SbmlLevel level;
    private final ModelBuilder builder = new ModelBuilder();

    ModelReader(Attributes attributes) {
        this.attributes = attributes;
        this.math = new MathReader(attributes);
        this.level = attributes.level();
    }

    Model read(XmlElement model) {
        builder.id(attributes.optionalId(model, "id"))
                .remarks(attributes.remarks(model))
                .units(units(model));
        builder.conversionFactor(attributes.optionalId(model, "conversionFactor"));
        ReactionReader reactions = new ReactionReader(attributes, math);
        EventReader events = new EventReader(attributes, math);
        each(model, "listOfFunctionDefinitions", this::function);
        each(model, "listOfUnitDefinitions", this::unitDefinition);
        each(model, "listOfCompartments", this::compartment);
        each(model, "listOfSpecies", this::species);
        each(model, "listOfParameters", element -> builder.add(parameter(attributes, element)));
        each(model, "listOfInitialAssignments", this::initialAssignment);
        each(model, "listOfRules", this::rule);
        each(model, "listOfConstraints", this::constraint);
        each(model, "listOfReactions", element -> builder.add(reactions.read(element)));
        each(model, "listOfEvents", element -> events.read(element).ifPresent(builder::add));
        new FluxBalanceReader(attributes).read(model).ifPresent(builder::fluxBalance);
        return level.two() ? LevelTwoUnits.define(builder.build()) : builder.build();
    }

    /** The elements of a list, without its own notes and what packages put into it. */
    static List<XmlElement> items(XmlElement owner, String list) {
        List<XmlElement> items = new ArrayList<>();
        for (XmlElement holder : owner.children()) {
            if (holder.is(owner.namespace(), list)) {
                for (XmlElement item : holder.children()) {
                    boolean content = item.namespace().equals(owner.namespace())
                            && !item.name().equals("notes")
                            && !item.name().equals("annotation");
                    if (content) {
                        items.add(item);
                    }
                }
            }
        }
        return items;
    }

    private static void each(XmlElement owner, String list, Consumer<XmlElement> read) {
        items(owner, list).forEach(read);
    }

    private ModelUnits units(XmlElement model) {
        if (level.two()) {
            return new ModelUnits("substance", "time", "volume", "area", "length", "substance");
        }
        return new ModelUnits(
                unit(model, "substanceUnits"),
                unit(model, "timeUnits"),
                unit(model, "volumeUnits"),
                unit(model, "areaUnits"),
                unit(model, "lengthUnits"),
                unit(model, "extentUnits"));
    }

    private static String unit(XmlElement element, String key) {
        return element.attribute(key).orElse("").strip();
    }

    private void function(XmlElement element) {
        Optional<XmlElement> lambda = element.child(SbmlLevel.MATHML, "math").flatMap(math::single);
        while (lambda.isPresent() && lambda.get().name().equals("semantics")) {
            lambda = lambda.get().children().stream().findFirst();
        }
        String id = attributes.id(element, "id");
        if (lambda.isEmpty()) {
            return; // a function without mathematics is one that may not be called
        }
        List<String> arguments = new ArrayList<>();
        Expression body = Expression.number(Double.NaN);
        boolean found = false;
        for (XmlElement part : lambda.get().children()) {
            if (part.is(SbmlLevel.MATHML, "bvar")) {
                arguments.add(
                        part.children().isEmpty()
                                ? ""
                                : part.children().getFirst().text());
            } else {
                body = math.read(part);
                found = true;
            }
        }
        if (!lambda.get().name().equals("lambda") || !found) {
            attributes.fault(element, "function '" + id + "' is no <lambda> with a body", "mend its <math>");
        }
        builder.add(new FunctionDefinition(id, arguments, body, attributes.remarks(element)));
    }

    private void unitDefinition(XmlElement element) {
        List<UnitFactor> factors = new ArrayList<>();
        for (XmlElement unit : items(element, "listOfUnits")) {
            factors.add(new UnitFactor(
                    unit(unit, "kind"),
                    attributes.number(unit, "exponent").orElse(1),
                    (int) attributes.number(unit, "scale").orElse(0),
                    attributes.number(unit, "multiplier").orElse(1)));
            if (attributes.number(unit, "offset").orElse(0) != 0) {
                attributes
                        .findings()
                        .note("unit-offset", "line " + unit.line() + ": the offset of a unit is not regarded");
            }
        }
        builder.add(new UnitDefinition(attributes.id(element, "id"), factors, attributes.remarks(element)));
    }

    private void compartment(XmlElement element) {
        OptionalDouble dimensions = attributes.number(element, "spatialDimensions");
        if (dimensions.isEmpty() && level.two()) {
            dimensions = OptionalDouble.of(3);
        }
        builder.add(new Compartment(
                attributes.id(element, "id"),
                dimensions,
                attributes.number(element, "size"),
                unit(element, "units"),
                attributes.demanded(element, "constant", true),
                attributes.remarks(element)));
    }

    private void species(XmlElement element) {
        OptionalDouble amount = attributes.number(element, "initialAmount");
        OptionalDouble concentration = attributes.number(element, "initialConcentration");
        String id = attributes.id(element, "id");
        if (amount.isPresent() && concentration.isPresent()) {
            attributes.fault(
                    element, "species '" + id + "' has an initial amount and an initial concentration", "leave one");
        }
        builder.add(new Species(
                id,
                attributes.id(element, "compartment"),
                amount,
                concentration,
                unit(element, "substanceUnits"),
                attributes.demanded(element, "hasOnlySubstanceUnits", false),
                attributes.demanded(element, "boundaryCondition", false),
                attributes.demanded(element, "constant", false),
                attributes.optionalId(element, "conversionFactor"),
                attributes.remarks(element)));
    }

    static Parameter parameter(Attributes attributes, XmlElement element) {
        boolean local = element.name().equals("localParameter");
        return new Parameter(
                attributes.id(element, "id"),
                attributes.number(element, "value"),
                unit(element, "units"),
                local || attributes.demanded(element, "constant", true),
                attributes.remarks(element));
    }

    private void initialAssignment(XmlElement element) {
        String symbol = attributes.id(element, "symbol");
        math.in(element)
                .ifPresent(value -> builder.add(new InitialAssignment(symbol, value, attributes.remarks(element))));
    }

    private void rule(XmlElement element) {
        String variable = element.name().equals("algebraicRule") ? "" : attributes.id(element, "variable");
        Optional<Expression> formula = math.in(element);
        if (formula.isEmpty()) {
            return; // says nothing, as Level 3 Version 2 has it
        }
        switch (element.name()) {
            case "assignmentRule" ->
                builder.add(new Rule.Assignment(variable, formula.get(), attributes.remarks(element)));
            case "rateRule" -> builder.add(new Rule.Rate(variable, formula.get(), attributes.remarks(element)));
            case "algebraicRule" -> builder.add(new Rule.Algebraic(formula.get(), attributes.remarks(element)));
            default ->
                attributes.fault(
                        element,
                        String.format(Locale.ROOT, "<%s> is no rule", element.name()),
                        "write an assignment, rate or algebraic rule");
        }
    }

    private void constraint(XmlElement element) {
        String message = element.child(element.namespace(), "message")
                .map(XmlText::ofContent)
                .orElse("");
        math.in(element)
                .ifPresent(condition -> builder.add(new Constraint(condition, message, attributes.remarks(element))));
    }
}
