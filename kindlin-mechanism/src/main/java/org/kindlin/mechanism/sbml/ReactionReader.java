package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.SpeciesReference;

/** A {@code reaction} element. */
final class ReactionReader {
    private final Attributes attributes;
    private final MathReader math;

    ReactionReader(Attributes attributes, MathReader math) {
        this.attributes = attributes;
        this.math = math;
    }

    Reaction read(XmlElement element) {
        List<String> modifiers = new ArrayList<>();
        for (XmlElement modifier : ModelReader.items(element, "listOfModifiers")) {
            modifiers.add(attributes.id(modifier, "species"));
        }
        return new Reaction(
                attributes.id(element, "id"),
                attributes.flag(element, "reversible", true),
                attributes.flag(element, "fast", false),
                attributes.optionalId(element, "compartment"),
                references(element, "listOfReactants"),
                references(element, "listOfProducts"),
                modifiers,
                element.child(element.namespace(), "kineticLaw").flatMap(this::law),
                attributes.remarks(element));
    }

    private List<SpeciesReference> references(XmlElement reaction, String list) {
        List<SpeciesReference> references = new ArrayList<>();
        for (XmlElement element : ModelReader.items(reaction, list)) {
            references.add(reference(element));
        }
        return references;
    }

    private SpeciesReference reference(XmlElement element) {
        SbmlLevel level = attributes.level();
        Optional<Expression> formula =
                element.child(element.namespace(), "stoichiometryMath").flatMap(math::in);
        OptionalDouble number = attributes.number(element, "stoichiometry");
        if (level.two() && number.isEmpty() && formula.isEmpty()) {
            number = OptionalDouble.of(1);
        }
        // In Level 2 nothing can change a stoichiometry but its own formula.
        boolean constant = level.two() ? formula.isEmpty() : attributes.demanded(element, "constant", true);
        if (level.two() && element.attribute("denominator").isPresent()) {
            double denominator = attributes.number(element, "denominator").orElse(1);
            number = number.isPresent() ? OptionalDouble.of(number.getAsDouble() / denominator) : number;
        }
        return new SpeciesReference(
                attributes.optionalId(element, "id"),
                attributes.id(element, "species"),
                number,
                formula,
                constant,
                attributes.remarks(element));
    }

    /** The kinetic law; one without mathematics says nothing. */
    private Optional<KineticLaw> law(XmlElement element) {
        List<Parameter> local = new ArrayList<>();
        String list = attributes.level().two() ? "listOfParameters" : "listOfLocalParameters";
        for (XmlElement parameter : ModelReader.items(element, list)) {
            Parameter read = ModelReader.parameter(attributes, parameter);
            local.add(new Parameter(read.id(), read.value(), read.unit(), true, read.remarks()));
        }
        return math.in(element).map(rate -> new KineticLaw(rate, local, attributes.remarks(element)));
    }
}
