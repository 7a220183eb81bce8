package org.kindlin.mechanism.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the parts of a {@link Model}. Not thread-safe. */
public final class ModelBuilder {
    private String id = "";
    private ModelUnits units = ModelUnits.NONE;
    private String conversionFactor = "";
    private Remarks remarks = Remarks.NONE;
    private Optional<FluxBalance> fluxBalance = Optional.empty();
    private final List<FunctionDefinition> functions = new ArrayList<>();
    private final List<UnitDefinition> unitDefinitions = new ArrayList<>();
    private final List<Compartment> compartments = new ArrayList<>();
    private final List<Species> species = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<InitialAssignment> initialAssignments = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    public ModelBuilder() {}

    ModelBuilder(Model model) {
        id = model.id();
        units = model.units();
        conversionFactor = model.conversionFactor();
        remarks = model.remarks();
        fluxBalance = model.fluxBalance();
        functions.addAll(model.functions());
        unitDefinitions.addAll(model.unitDefinitions());
        compartments.addAll(model.compartments());
        species.addAll(model.species());
        parameters.addAll(model.parameters());
        initialAssignments.addAll(model.initialAssignments());
        rules.addAll(model.rules());
        constraints.addAll(model.constraints());
        reactions.addAll(model.reactions());
        events.addAll(model.events());
    }

    public ModelBuilder id(String changed) {
        id = changed;
        return this;
    }

    public ModelBuilder units(ModelUnits changed) {
        units = changed;
        return this;
    }

    public ModelBuilder conversionFactor(String changed) {
        conversionFactor = changed;
        return this;
    }

    public ModelBuilder fluxBalance(FluxBalance asked) {
        fluxBalance = Optional.of(asked);
        return this;
    }

    public ModelBuilder remarks(Remarks changed) {
        remarks = changed;
        return this;
    }

    public ModelBuilder add(FunctionDefinition function) {
        functions.add(function);
        return this;
    }

    public ModelBuilder add(UnitDefinition unitDefinition) {
        unitDefinitions.add(unitDefinition);
        return this;
    }

    public ModelBuilder add(Compartment compartment) {
        compartments.add(compartment);
        return this;
    }

    public ModelBuilder add(Species pool) {
        species.add(pool);
        return this;
    }

    public ModelBuilder add(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }

    public ModelBuilder add(InitialAssignment initialAssignment) {
        initialAssignments.add(initialAssignment);
        return this;
    }

    public ModelBuilder add(Rule rule) {
        rules.add(rule);
        return this;
    }

    public ModelBuilder add(Constraint constraint) {
        constraints.add(constraint);
        return this;
    }

    public ModelBuilder add(Reaction reaction) {
        reactions.add(reaction);
        return this;
    }

    public ModelBuilder add(Event event) {
        events.add(event);
        return this;
    }

    public Model build() {
        return new Model(
                id,
                units,
                conversionFactor,
                functions,
                unitDefinitions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                constraints,
                reactions,
                events,
                fluxBalance,
                remarks);
    }
}
