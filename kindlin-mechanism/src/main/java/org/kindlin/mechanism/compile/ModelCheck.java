package org.kindlin.mechanism.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;
import org.kindlin.mechanism.model.Distribution;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/** Whether a model is one: every name defined once, every formula made of defined names, nothing determined twice. */
final class ModelCheck {
    private final String file;
    private final Model model;
    private final Faults faults;
    private final Map<String, Boolean> constant = new LinkedHashMap<>();
    private final Map<String, FunctionDefinition> functions = new HashMap<>();

    private ModelCheck(String file, Model model, Faults faults) {
        this.file = file;
        this.model = model;
        this.faults = faults;
    }

    static void check(String file, Model model, Faults faults) {
        ModelCheck check = new ModelCheck(file, model, faults);
        check.collect();
        check.functions();
        check.species();
        check.rules();
        check.reactions();
        check.events();
    }

    private void collect() {
        model.functions().forEach(each -> {
            define(each.id(), true, each.remarks());
            functions.put(each.id(), each);
        });
        model.functions().forEach(each -> constant.remove(each.id()));
        model.compartments().forEach(each -> define(each.id(), each.constant(), each.remarks()));
        model.species().forEach(each -> define(each.id(), each.constant(), each.remarks()));
        model.parameters().forEach(each -> define(each.id(), each.constant(), each.remarks()));
        for (Reaction reaction : model.reactions()) {
            define(reaction.id(), true, reaction.remarks());
            reaction.reactants().forEach(this::define);
            reaction.products().forEach(this::define);
        }
    }

    private void define(SpeciesReference reference) {
        if (!reference.id().isEmpty()) {
            define(reference.id(), reference.constant(), reference.remarks());
        }
    }

    private void define(String id, boolean isConstant, Remarks where) {
        if (constant.put(id, isConstant) != null || functions.containsKey(id)) {
            fault(where, "'" + id + "' is defined twice", "rename one of them");
        }
    }

    private void functions() {
        Map<String, Integer> state = new HashMap<>();
        for (FunctionDefinition function : model.functions()) {
            Set<String> unknown = Symbols.in(function.body());
            function.arguments().forEach(unknown::remove);
            unknown.forEach(id -> fault(
                    function.remarks(),
                    "function '" + function.id() + "' uses '" + id + "', which is no argument of it",
                    "make it one"));
            calls(function.body(), function.remarks());
        }
        model.functions().forEach(function -> cycle(function, state, 0));
    }

    /** Whether a function calls itself, if by way of others; each is walked once. */
    private boolean cycle(FunctionDefinition function, Map<String, Integer> state, int depth) {
        Integer known = state.get(function.id());
        if (known != null) {
            return known == 0;
        }
        state.put(function.id(), 0);
        boolean found = depth > 400;
        for (String callee : Calls.in(function.body())) {
            FunctionDefinition next = functions.get(callee);
            found = found || (next != null && cycle(next, state, depth + 1));
        }
        if (found && depth == 0) {
            fault(
                    function.remarks(),
                    "function '" + function.id() + "' calls itself, or nests too deep",
                    "break the circle");
        }
        state.put(function.id(), 1);
        return found;
    }

    private void species() {
        Set<String> compartments = new HashSet<>();
        model.compartments().forEach(each -> compartments.add(each.id()));
        for (Species each : model.species()) {
            if (!compartments.contains(each.compartment())) {
                fault(
                        each.remarks(),
                        "species '" + each.id() + "' is in '" + each.compartment() + "', which is no compartment"
                                + Suggestion.didYouMean(each.compartment(), compartments),
                        "name a compartment of the model");
            }
            factor(each.conversionFactor(), each.remarks());
        }
        factor(model.conversionFactor(), model.remarks());
    }

    private void factor(String id, Remarks where) {
        if (!id.isEmpty()) {
            known(id, where);
        }
    }

    private void rules() {
        Set<String> determined = new HashSet<>();
        Set<String> initial = new HashSet<>();
        for (Rule rule : model.rules()) {
            formula(rule.formula(), Set.of(), rule.remarks());
            switch (rule) {
                case Rule.Assignment assignment -> {
                    determine(assignment.variable(), determined, rule.remarks());
                    initial.add(assignment.variable());
                }
                case Rule.Rate rate -> determine(rate.variable(), determined, rule.remarks());
                case Rule.Algebraic _ -> {}
            }
        }
        for (InitialAssignment assignment : model.initialAssignments()) {
            formula(assignment.value(), Set.of(), assignment.remarks());
            if (known(assignment.symbol(), assignment.remarks()) && !initial.add(assignment.symbol())) {
                fault(
                        assignment.remarks(),
                        "the initial value of '" + assignment.symbol() + "' is determined twice",
                        "remove one rule or initial assignment");
            }
        }
    }

    private void determine(String id, Set<String> determined, Remarks where) {
        if (!known(id, where)) {
            return;
        }
        if (!determined.add(id)) {
            fault(where, "'" + id + "' has two rules", "remove one");
        }
        if (Boolean.TRUE.equals(constant.get(id))) {
            fault(where, "'" + id + "' is constant and has a rule", "remove the rule, or set constant=\"false\"");
        }
    }

    private void reactions() {
        Map<String, Species> species = new HashMap<>();
        model.species().forEach(each -> species.put(each.id(), each));
        Set<String> ruled = new HashSet<>();
        model.rules().forEach(rule -> {
            if (rule instanceof Rule.Assignment assignment) {
                ruled.add(assignment.variable());
            } else if (rule instanceof Rule.Rate rate) {
                ruled.add(rate.variable());
            }
        });
        for (Reaction reaction : model.reactions()) {
            List<List<SpeciesReference>> sides = List.of(reaction.reactants(), reaction.products());
            sides.forEach(side -> side.forEach(reference -> participant(reference, species, ruled)));
            reaction.modifiers().forEach(id -> {
                if (!species.containsKey(id)) {
                    fault(reaction.remarks(), "modifier '" + id + "' is no species", "name a species of the model");
                }
            });
            reaction.kineticLaw().ifPresent(this::law);
        }
    }

    private void participant(SpeciesReference reference, Map<String, Species> species, Set<String> ruled) {
        Species found = species.get(reference.species());
        if (found == null) {
            fault(
                    reference.remarks(),
                    "'" + reference.species() + "' is no species"
                            + Suggestion.didYouMean(reference.species(), species.keySet()),
                    "name a species of the model");
        } else if (!found.boundaryCondition() && ruled.contains(found.id())) {
            fault(
                    reference.remarks(),
                    "species '" + found.id() + "' has a rule and takes part in a reaction",
                    "set boundaryCondition=\"true\", or remove the rule");
        } else if (found.constant() && !found.boundaryCondition()) {
            fault(
                    reference.remarks(),
                    "species '" + found.id() + "' is constant and takes part in a reaction",
                    "set boundaryCondition=\"true\"");
        }
        reference.stoichiometryMath().ifPresent(math -> formula(math, Set.of(), reference.remarks()));
    }

    private void law(KineticLaw law) {
        Set<String> local = new HashSet<>();
        for (Parameter parameter : law.localParameters()) {
            if (!local.add(parameter.id())) {
                fault(
                        parameter.remarks(),
                        "'" + parameter.id() + "' is defined twice in one kinetic law",
                        "rename one of them");
            }
        }
        formula(law.rate(), local, law.remarks());
    }

    private void events() {
        for (Event event : model.events()) {
            formula(event.trigger().condition(), Set.of(), event.remarks());
            event.delay().ifPresent(delay -> formula(delay, Set.of(), event.remarks()));
            event.priority().ifPresent(priority -> formula(priority, Set.of(), event.remarks()));
            Set<String> assigned = new HashSet<>();
            for (EventAssignment assignment : event.assignments()) {
                formula(assignment.value(), Set.of(), assignment.remarks());
                if (!known(assignment.variable(), assignment.remarks())) {
                    continue;
                }
                if (!assigned.add(assignment.variable())) {
                    fault(
                            assignment.remarks(),
                            "the event assigns '" + assignment.variable() + "' twice",
                            "remove one");
                }
                if (Boolean.TRUE.equals(constant.get(assignment.variable()))) {
                    fault(
                            assignment.remarks(),
                            "the event assigns '" + assignment.variable() + "', which is constant",
                            "set constant=\"false\"");
                }
            }
        }
    }

    private void formula(Expression formula, Set<String> local, Remarks where) {
        for (String symbol : Symbols.in(formula)) {
            String id = symbol.startsWith(Symbols.RATE) ? symbol.substring(1) : symbol;
            if (!local.contains(id)) {
                known(id, where);
            }
        }
        calls(formula, where);
    }

    private void calls(Expression formula, Remarks where) {
        for (String id : Calls.in(formula)) {
            if (id.startsWith(Distribution.PREFIX)) {
                fault(
                        where,
                        "draws a random number from '" + id.substring(Distribution.PREFIX.length()) + "' here",
                        "simulate the model with --stochastic; draws may stand in event assignments");
            } else if (!functions.containsKey(id)) {
                fault(
                        where,
                        "calls '" + id + "', which is no function of the model"
                                + Suggestion.didYouMean(id, functions.keySet()),
                        "define it, or mend the name");
            }
        }
    }

    private boolean known(String id, Remarks where) {
        if (constant.containsKey(id)) {
            return true;
        }
        fault(
                where,
                "uses '" + id + "', which the model does not define" + Suggestion.didYouMean(id, constant.keySet()),
                "define it, or mend the name");
        return false;
    }

    private void fault(Remarks where, String problem, String remedy) {
        faults.add(file, where.line() > 0 ? "line " + where.line() : "", problem, remedy);
    }
}
