package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;

/** Makes {@link Equations} of a {@link Model} that {@link ModelCheck} has passed. */
final class EquationsBuilder {
    private final Model model;
    private final Graph graph = new Graph();
    private final Layout layout;
    private final RunningValues running;
    private final InitialValues initial;

    EquationsBuilder(Model model) {
        this.model = model;
        this.layout = new Layout(model, AlgebraicUnknowns.of(model));
        Translator translator = new Translator(graph, model.functions());
        this.running = new RunningValues(layout, graph, translator);
        this.initial = new InitialValues(layout, graph, translator, running);
    }

    Equations build() {
        int[] derivatives = derivatives();
        int[] initialStates = initialStates();
        int[] initialParameters = initialParameters();
        Map<String, Integer> values = new LinkedHashMap<>();
        layout.roles().keySet().forEach(id -> values.put(id, running.value(id)));
        Map<String, Integer> amounts = new LinkedHashMap<>();
        Map<String, Integer> concentrations = new LinkedHashMap<>();
        for (Species species : model.species()) {
            amounts.put(species.id(), running.amount(species));
            concentrations.put(species.id(), running.concentration(species));
        }
        List<EventEquations> events = model.events().stream().map(this::event).toList();
        int[] constraints = model.constraints().stream()
                .mapToInt(each -> running.formula(each.condition()))
                .toArray();
        List<Equations.Equilibrium> equilibria = equilibria();
        FastReactions.settle(graph, derivatives, equilibria);
        return new Equations(
                model,
                graph,
                List.copyOf(layout.states()),
                List.copyOf(layout.slots()),
                derivatives,
                initialStates,
                initialParameters,
                values,
                amounts,
                concentrations,
                rescaled(),
                events,
                delays(),
                constraints,
                equilibria);
    }

    /** Before the start a symbol with an initial assignment has the value of its formula then. */
    private List<DelayedValue> delays() {
        return running.delays().stream()
                .map(each -> new DelayedValue(
                        each.of(), each.by(), initial.atStart(each.before(), graph.time()), each.earlier()))
                .toList();
    }

    private int[] derivatives() {
        int[] nodes = new int[layout.states().size()];
        List<Rule.Algebraic> rules = model.rules().stream()
                .filter(Rule.Algebraic.class::isInstance)
                .map(Rule.Algebraic.class::cast)
                .toList();
        int rule = 0;
        for (int i = 0; i < nodes.length; i++) {
            StateVariable state = layout.states().get(i);
            nodes[i] = state.kind() == StateVariable.Kind.ALGEBRAIC
                    ? running.formula(rules.get(rule++).formula())
                    : running.derivative(state);
        }
        return nodes;
    }

    private int[] initialStates() {
        return layout.states().stream()
                .mapToInt(state -> state.kind() == StateVariable.Kind.AMOUNT
                        ? initial.amount(layout.species(state.id()).orElseThrow())
                        : initial.value(state.id()))
                .toArray();
    }

    private int[] initialParameters() {
        int[] nodes = new int[layout.slots().size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = graph.parameter(i);
        }
        layout.roles().forEach((id, role) -> {
            if (role instanceof Role.Held held) {
                nodes[held.slot()] =
                        held.amount() ? initial.amount(layout.species(id).orElseThrow()) : initial.value(id);
            }
        });
        return nodes;
    }

    private Map<Integer, Integer> rescaled() {
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        for (int i = 0; i < layout.states().size(); i++) {
            StateVariable state = layout.states().get(i);
            if (state.kind() == StateVariable.Kind.VALUE) {
                int index = i;
                layout.species(state.id())
                        .filter(layout::concentrationInFormulas)
                        .ifPresent(species -> sizes.put(index, running.value(species.compartment())));
            }
        }
        return sizes;
    }

    private EventEquations event(Event event) {
        List<EventEquations.Target> targets = new ArrayList<>();
        for (EventAssignment assignment : event.assignments()) {
            targets.add(target(assignment));
        }
        return new EventEquations(
                event,
                running.formula(event.trigger().condition()),
                event.delay().map(running::formula).orElse(-1),
                event.priority().map(running::formula).orElse(-1),
                targets);
    }

    private EventEquations.Target target(EventAssignment assignment) {
        int value = running.formula(assignment.value());
        Role role = layout.role(assignment.variable()).orElseThrow(() -> running.unknown(assignment.variable()));
        return switch (role) {
            case Role.Integrated integrated ->
                new EventEquations.Target(value, integrated.state(), -1, integrated.amount() ? size(assignment) : -1);
            case Role.Held held ->
                new EventEquations.Target(value, -1, held.slot(), held.amount() ? size(assignment) : -1);
            case Role.Assigned _, Role.Speed _ ->
                throw new UnsupportedModelException(
                        assignment.remarks().line(),
                        "the event assigns '" + assignment.variable() + "', which a formula determines",
                        "remove the assignment or the rule");
        };
    }

    private int size(EventAssignment assignment) {
        return running.value(layout.species(assignment.variable()).orElseThrow().compartment());
    }

    private List<Equations.Equilibrium> equilibria() {
        List<Equations.Equilibrium> all = new ArrayList<>();
        for (Reaction reaction : model.reactions()) {
            if (reaction.fast() && reaction.kineticLaw().isPresent()) {
                all.add(new Equations.Equilibrium(running.value(reaction.id()), direction(reaction)));
            }
        }
        return all;
    }

    private int[] direction(Reaction reaction) {
        int[] nodes = new int[layout.states().size()];
        for (int i = 0; i < nodes.length; i++) {
            StateVariable state = layout.states().get(i);
            boolean moved = state.kind() == StateVariable.Kind.AMOUNT
                    && Layout.changedBy(reaction).contains(state.id());
            nodes[i] = moved
                    ? running.fastChange(reaction, layout.species(state.id()).orElseThrow())
                    : graph.constant(0);
        }
        return nodes;
    }
}
