package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/** Which symbol of a model is a state, which a parameter, which a formula. */
final class Layout {
    private final Model model;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<StateVariable> states = new ArrayList<>();
    private final List<ParameterSlot> slots = new ArrayList<>();
    private final Map<String, Integer> initialSlots = new HashMap<>();
    private final Map<String, Species> species = new HashMap<>();
    private final Map<String, Compartment> compartments = new HashMap<>();
    private final Map<String, Expression> initialAssignments = new HashMap<>();
    private final Map<String, Expression> rates = new HashMap<>();
    private final Map<String, Rule.Assignment> assignments = new HashMap<>();
    private final Map<String, List<Integer>> reactionsOf = new HashMap<>();
    private final Set<String> unknowns;

    /** @param unknowns symbols that algebraic rules determine */
    Layout(Model model, Set<String> unknowns) {
        this.model = model;
        this.unknowns = unknowns;
        index();
        model.compartments().forEach(each -> place(each.id(), each.size(), false));
        model.species().forEach(this::place);
        model.parameters().forEach(each -> place(each.id(), each.value(), false));
        for (int i = 0; i < model.reactions().size(); i++) {
            place(model.reactions().get(i), i);
        }
    }

    private void index() {
        model.compartments().forEach(each -> compartments.put(each.id(), each));
        model.species().forEach(each -> species.put(each.id(), each));
        for (InitialAssignment assignment : model.initialAssignments()) {
            initialAssignments.put(assignment.symbol(), assignment.value());
        }
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment assignment -> assignments.put(assignment.variable(), assignment);
                case Rule.Rate rate -> rates.put(rate.variable(), rate.formula());
                case Rule.Algebraic _ -> {}
            }
        }
        for (int i = 0; i < model.reactions().size(); i++) {
            for (String id : changedBy(model.reactions().get(i))) {
                reactionsOf.computeIfAbsent(id, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    static Set<String> changedBy(Reaction reaction) {
        Set<String> ids = new HashSet<>();
        reaction.reactants().forEach(each -> ids.add(each.species()));
        reaction.products().forEach(each -> ids.add(each.species()));
        return ids;
    }

    private void place(Species each) {
        boolean reacts = !each.boundaryCondition() && !each.constant() && reactionsOf.containsKey(each.id());
        boolean ruled =
                assignments.containsKey(each.id()) || rates.containsKey(each.id()) || unknowns.contains(each.id());
        OptionalDouble given = each.initialAmount().isPresent() ? each.initialAmount() : each.initialConcentration();
        if (!ruled && reacts) {
            integrate(each.id(), given, StateVariable.Kind.AMOUNT, concentrationInFormulas(each));
        } else {
            place(each.id(), given, concentrationInFormulas(each));
        }
    }

    /** Whether the symbol of a species means its concentration. */
    boolean concentrationInFormulas(Species each) {
        Compartment compartment = compartments.get(each.compartment());
        return !each.hasOnlySubstanceUnits()
                && !(compartment != null
                        && compartment.point()
                        && compartment.size().isEmpty());
    }

    private void place(Reaction reaction, int index) {
        roles.put(reaction.id(), new Role.Speed(index));
        reaction.kineticLaw().ifPresent(law -> {
            for (Parameter local : law.localParameters()) {
                hold(reaction.id() + "." + local.id(), local.value(), false);
            }
        });
        reaction.reactants().forEach(this::place);
        reaction.products().forEach(this::place);
    }

    private void place(SpeciesReference reference) {
        if (reference.id().isEmpty()) {
            return;
        }
        if (reference.stoichiometryMath().isPresent()) {
            roles.put(
                    reference.id(),
                    new Role.Assigned(
                            reference.stoichiometryMath().get(),
                            reference.remarks().line()));
        } else {
            place(reference.id(), reference.stoichiometry(), false);
        }
    }

    private void place(String id, OptionalDouble given, boolean amount) {
        Rule.Assignment assignment = assignments.get(id);
        if (assignment != null) {
            roles.put(
                    id,
                    new Role.Assigned(assignment.formula(), assignment.remarks().line()));
        } else if (rates.containsKey(id)) {
            integrate(id, given, StateVariable.Kind.VALUE, false);
        } else if (unknowns.contains(id)) {
            integrate(id, given, StateVariable.Kind.ALGEBRAIC, false);
        } else {
            hold(id, given, amount);
        }
    }

    private void integrate(String id, OptionalDouble given, StateVariable.Kind kind, boolean amount) {
        roles.put(id, new Role.Integrated(states.size(), amount));
        states.add(new StateVariable(id, kind));
        initialSlots.put(id, slots.size());
        slots.add(new ParameterSlot(id, given.orElse(Double.NaN), true));
    }

    private void hold(String id, OptionalDouble given, boolean amount) {
        roles.put(id, new Role.Held(slots.size(), amount));
        initialSlots.put(id, slots.size());
        slots.add(new ParameterSlot(id, given.orElse(Double.NaN), false));
    }

    Model model() {
        return model;
    }

    Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    Map<String, Role> roles() {
        return roles;
    }

    List<StateVariable> states() {
        return states;
    }

    List<ParameterSlot> slots() {
        return slots;
    }

    /** Where the given value of a symbol stands among the parameters. */
    Optional<Integer> slotOfGiven(String id) {
        return Optional.ofNullable(initialSlots.get(id));
    }

    Optional<Species> species(String id) {
        return Optional.ofNullable(species.get(id));
    }

    Optional<Expression> initialAssignment(String id) {
        return Optional.ofNullable(initialAssignments.get(id));
    }

    Optional<Expression> rate(String id) {
        return Optional.ofNullable(rates.get(id));
    }

    Reaction reaction(int index) {
        return model.reactions().get(index);
    }

    /** Reactions that have the species as reactant or product. */
    List<Integer> reactionsOf(String speciesId) {
        return reactionsOf.getOrDefault(speciesId, List.of());
    }
}
