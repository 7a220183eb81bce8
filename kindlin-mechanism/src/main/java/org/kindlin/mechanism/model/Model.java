package org.kindlin.mechanism.model;

import java.util.List;
import java.util.Optional;

/**
 * A reaction network.
 *
 * <p>Every list is in the order of the file. Build one with {@link ModelBuilder}.
 *
 * @param id may be empty
 * @param fluxBalance what a flux balance analysis is asked; empty where nothing is
 * @param conversionFactor parameter by which extents become substance; may be empty
 */
public record Model(
        String id,
        ModelUnits units,
        String conversionFactor,
        List<FunctionDefinition> functions,
        List<UnitDefinition> unitDefinitions,
        List<Compartment> compartments,
        List<Species> species,
        List<Parameter> parameters,
        List<InitialAssignment> initialAssignments,
        List<Rule> rules,
        List<Constraint> constraints,
        List<Reaction> reactions,
        List<Event> events,
        Optional<FluxBalance> fluxBalance,
        Remarks remarks) {
    public Model {
        functions = List.copyOf(functions);
        unitDefinitions = List.copyOf(unitDefinitions);
        compartments = List.copyOf(compartments);
        species = List.copyOf(species);
        parameters = List.copyOf(parameters);
        initialAssignments = List.copyOf(initialAssignments);
        rules = List.copyOf(rules);
        constraints = List.copyOf(constraints);
        reactions = List.copyOf(reactions);
        events = List.copyOf(events);
    }

    /** A builder that starts from this model. */
    public ModelBuilder toBuilder() {
        return new ModelBuilder(this);
    }
}
