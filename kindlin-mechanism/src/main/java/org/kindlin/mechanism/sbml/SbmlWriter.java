package org.kindlin.mechanism.sbml;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Constraint;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelUnits;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.kindlin.mechanism.model.UnitDefinition;
import org.kindlin.mechanism.model.UnitFactor;

/**
 * Writes a model as SBML Level 3 Version 2 core; as Version 1 where a reaction is fast, which Version 2 cannot say.
 *
 * <p>What Level 3 has no element for is written by other means: a formula of stoichiometry becomes an assignment rule.
 */
public final class SbmlWriter {
    private static final String NAMESPACE = "http://www.sbml.org/sbml/level3/version%d/core";

    private final Model model;
    private final XmlOutput out = new XmlOutput();
    private final MathWriter math;
    private final int version;

    private SbmlWriter(Model model) {
        this.model = model;
        this.version = model.reactions().stream().anyMatch(Reaction::fast) ? 1 : 2;
        this.math = new MathWriter(out, NAMESPACE.formatted(version));
    }

    /** The document. */
    public static String write(Model model) {
        return new SbmlWriter(LevelThree.of(model)).document();
    }

    private String document() {
        out.open("sbml").attribute("xmlns", NAMESPACE.formatted(version));
        out.attribute("level", "3").attribute("version", String.valueOf(version));
        ModelUnits units = model.units();
        out.open("model").optional("id", model.id());
        attributes(model.remarks());
        out.optional("substanceUnits", units.substance())
                .optional("timeUnits", units.time())
                .optional("volumeUnits", units.volume())
                .optional("areaUnits", units.area())
                .optional("lengthUnits", units.length())
                .optional("extentUnits", units.extent())
                .optional("conversionFactor", model.conversionFactor());
        content(model.remarks());
        list("listOfFunctionDefinitions", model.functions(), this::function);
        list("listOfUnitDefinitions", model.unitDefinitions(), this::unitDefinition);
        list("listOfCompartments", model.compartments(), this::compartment);
        list("listOfSpecies", model.species(), this::species);
        list("listOfParameters", model.parameters(), this::parameter);
        list("listOfInitialAssignments", model.initialAssignments(), this::initialAssignment);
        list("listOfRules", model.rules(), this::rule);
        list("listOfConstraints", model.constraints(), this::constraint);
        list("listOfReactions", model.reactions(), this::reaction);
        list("listOfEvents", model.events(), this::event);
        return out.close().close().text();
    }

    private <T> void list(String name, List<T> items, Consumer<T> write) {
        if (!items.isEmpty()) {
            out.open(name);
            items.forEach(write);
            out.close();
        }
    }

    private void attributes(Remarks remarks) {
        out.optional("metaid", remarks.metaId())
                .optional("name", remarks.name())
                .optional("sboTerm", remarks.sboTerm());
    }

    private void content(Remarks remarks) {
        if (!remarks.notes().isEmpty()) {
            out.open("notes").raw(notes(remarks.notes())).close();
        }
        if (remarks.annotation().startsWith("<")) {
            out.open("annotation").raw(remarks.annotation()).close();
        }
    }

    /** Notes are XHTML; plain text becomes a paragraph. */
    private static String notes(String notes) {
        return notes.startsWith("<")
                ? notes
                : "<p xmlns=\"http://www.w3.org/1999/xhtml\">" + XmlText.escape(notes) + "</p>";
    }

    private XmlOutput open(String element, String id, Remarks remarks) {
        out.open(element).optional("id", id);
        attributes(remarks);
        return out;
    }

    private void close(Remarks remarks) {
        content(remarks);
        out.close();
    }

    private void function(FunctionDefinition function) {
        open("functionDefinition", function.id(), function.remarks());
        content(function.remarks());
        math.write(function.arguments(), function.body());
        out.close();
    }

    private void unitDefinition(UnitDefinition definition) {
        open("unitDefinition", definition.id(), definition.remarks());
        content(definition.remarks());
        list("listOfUnits", definition.factors(), this::unit);
        out.close();
    }

    private void unit(UnitFactor factor) {
        out.open("unit")
                .attribute("kind", factor.kind())
                .attribute("exponent", XmlOutput.number(factor.exponent()))
                .attribute("scale", String.valueOf(factor.scale()))
                .attribute("multiplier", XmlOutput.number(factor.multiplier()))
                .close();
    }

    private void compartment(Compartment compartment) {
        open("compartment", compartment.id(), compartment.remarks())
                .optional("spatialDimensions", compartment.dimensions())
                .optional("size", compartment.size())
                .optional("units", compartment.unit())
                .attribute("constant", compartment.constant());
        close(compartment.remarks());
    }

    private void species(Species species) {
        open("species", species.id(), species.remarks())
                .attribute("compartment", species.compartment())
                .optional("initialAmount", species.initialAmount())
                .optional("initialConcentration", species.initialConcentration())
                .optional("substanceUnits", species.substanceUnits())
                .attribute("hasOnlySubstanceUnits", species.hasOnlySubstanceUnits())
                .attribute("boundaryCondition", species.boundaryCondition())
                .attribute("constant", species.constant())
                .optional("conversionFactor", species.conversionFactor());
        close(species.remarks());
    }

    private void parameter(Parameter parameter) {
        open("parameter", parameter.id(), parameter.remarks())
                .optional("value", parameter.value())
                .optional("units", parameter.unit())
                .attribute("constant", parameter.constant());
        close(parameter.remarks());
    }

    private void localParameter(Parameter parameter) {
        open("localParameter", parameter.id(), parameter.remarks())
                .optional("value", parameter.value())
                .optional("units", parameter.unit());
        close(parameter.remarks());
    }

    private void initialAssignment(InitialAssignment assignment) {
        open("initialAssignment", "", assignment.remarks()).attribute("symbol", assignment.symbol());
        formula(assignment.value(), assignment.remarks());
    }

    /** The formula as the last thing in an element. */
    private void formula(Expression formula, Remarks remarks) {
        content(remarks);
        math.write(formula);
        out.close();
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Assignment assignment ->
                open("assignmentRule", "", rule.remarks()).attribute("variable", assignment.variable());
            case Rule.Rate rate -> open("rateRule", "", rule.remarks()).attribute("variable", rate.variable());
            case Rule.Algebraic _ -> open("algebraicRule", "", rule.remarks());
        }
        formula(rule.formula(), rule.remarks());
    }

    private void constraint(Constraint constraint) {
        open("constraint", "", constraint.remarks());
        content(constraint.remarks());
        math.write(constraint.condition());
        if (!constraint.message().isEmpty()) {
            out.open("message").raw(notes(constraint.message())).close();
        }
        out.close();
    }

    private void reaction(Reaction reaction) {
        open("reaction", reaction.id(), reaction.remarks())
                .attribute("reversible", reaction.reversible())
                .optional("compartment", reaction.compartment());
        if (version == 1) {
            out.attribute("fast", reaction.fast());
        }
        content(reaction.remarks());
        list("listOfReactants", reaction.reactants(), this::reference);
        list("listOfProducts", reaction.products(), this::reference);
        list(
                "listOfModifiers",
                reaction.modifiers(),
                id -> out.open("modifierSpeciesReference")
                        .attribute("species", id)
                        .close());
        reaction.kineticLaw().ifPresent(this::law);
        out.close();
    }

    private void law(KineticLaw law) {
        open("kineticLaw", "", law.remarks());
        content(law.remarks());
        math.write(law.rate());
        list("listOfLocalParameters", law.localParameters(), this::localParameter);
        out.close();
    }

    private void reference(SpeciesReference reference) {
        open("speciesReference", reference.id(), reference.remarks())
                .attribute("species", reference.species())
                .optional("stoichiometry", reference.stoichiometry())
                .attribute("constant", reference.constant());
        close(reference.remarks());
    }

    private void event(Event event) {
        open("event", event.id(), event.remarks())
                .attribute("useValuesFromTriggerTime", event.useValuesFromTriggerTime());
        content(event.remarks());
        out.open("trigger")
                .attribute("initialValue", event.trigger().initialValue())
                .attribute("persistent", event.trigger().persistent());
        math.write(event.trigger().condition());
        out.close();
        // Level 3 has the priority before the delay.
        part("priority", event.priority());
        part("delay", event.delay());
        list("listOfEventAssignments", event.assignments(), this::eventAssignment);
        out.close();
    }

    private void part(String name, Optional<Expression> formula) {
        formula.ifPresent(found -> {
            out.open(name);
            math.write(found);
            out.close();
        });
    }

    private void eventAssignment(EventAssignment assignment) {
        open("eventAssignment", "", assignment.remarks()).attribute("variable", assignment.variable());
        formula(assignment.value(), assignment.remarks());
    }
}
