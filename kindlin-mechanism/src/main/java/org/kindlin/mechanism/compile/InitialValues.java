package org.kindlin.mechanism.compile;

import java.util.Set;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Species;

/** What symbols mean at the start: functions of the start time and of the numbers given in the model. */
final class InitialValues extends Values {
    private final RunningValues running;

    /** @param running what symbols mean later, in terms of states and parameters */
    InitialValues(Layout layout, Graph graph, Translator translator, RunningValues running) {
        super(layout, graph, translator);
        this.running = running;
    }

    @Override
    Set<String> dependencies(String id) {
        if (id.startsWith(Symbols.RATE)) {
            return Set.of();
        }
        Expression assigned = layout.initialAssignment(id).orElse(null);
        if (assigned != null) {
            return Symbols.in(assigned);
        }
        return switch (layout.role(id).orElseThrow(() -> unknown(id))) {
            case Role.Assigned role -> Symbols.in(role.formula());
            case Role.Speed speed -> lawDependencies(speed.reaction());
            case Role.Integrated _, Role.Held _ ->
                layout.species(id)
                        .filter(species -> factor(species) != Factor.NONE)
                        .map(species -> Set.of(species.compartment()))
                        .orElse(Set.of());
        };
    }

    @Override
    int compute(String id) {
        if (id.startsWith(Symbols.RATE)) {
            return atStart(running.value(id), graph.time());
        }
        Expression assigned = layout.initialAssignment(id).orElse(null);
        if (assigned != null) {
            return translated(assigned);
        }
        return switch (layout.role(id).orElseThrow(() -> unknown(id))) {
            case Role.Assigned role -> translated(role.formula());
            case Role.Speed speed -> speed(speed.reaction());
            case Role.Integrated _, Role.Held _ -> given(id);
        };
    }

    private int given(String id) {
        int number = graph.parameter(layout.slotOfGiven(id).orElseThrow());
        Species species = layout.species(id).orElse(null);
        if (species == null) {
            return number;
        }
        return switch (factor(species)) {
            case NONE -> number;
            case DIVIDED -> graph.divide(number, size(species));
            case MULTIPLIED -> graph.multiply(number, size(species));
        };
    }

    /** How the compartment's size enters between what is given and what formulas see. */
    private enum Factor {
        NONE,
        DIVIDED,
        MULTIPLIED
    }

    private Factor factor(Species species) {
        boolean concentration = layout.concentrationInFormulas(species);
        if (species.initialAmount().isPresent() && concentration) {
            return Factor.DIVIDED;
        }
        return species.initialConcentration().isPresent() && !concentration ? Factor.MULTIPLIED : Factor.NONE;
    }

    /** The amount of a species at the start: without a detour through the concentration where the amount is given. */
    int amount(Species species) {
        boolean concentration = layout.concentrationInFormulas(species);
        boolean given = layout.initialAssignment(species.id()).isEmpty()
                && species.initialConcentration().isEmpty()
                && !(layout.role(species.id()).orElse(null) instanceof Role.Assigned);
        if (given) {
            return graph.parameter(layout.slotOfGiven(species.id()).orElseThrow());
        }
        int value = value(species.id());
        return concentration ? graph.multiply(value, value(species.compartment())) : value;
    }

    /** Before the start everything was as it is at the start, but for what refers to time itself. */
    @Override
    public int delay(Expression of, Expression by, Translator.Names names) {
        int lag = formula(by, names);
        int what = graph.isConstant(lag, 0)
                ? running.formula(of, names)
                : running.still().formula(of, names);
        return atStart(what, graph.subtract(graph.time(), lag));
    }

    @Override
    public int rateOf(Expression of, Translator.Names names) {
        return atStart(running.rateOf(of, names), graph.time());
    }

    /** A formula of states and parameters with what these are at the start. */
    int atStart(int node, int time) {
        return graph.replace(node, leaf -> switch (graph.op(leaf)) {
            case TIME -> time;
            case STATE -> state(layout.states().get(graph.index(leaf)));
            case PARAMETER -> parameter(leaf);
            case DELAYED -> {
                DelayedValue delayed = running.delays().get(graph.index(leaf));
                yield atStart(delayed.before(), graph.subtract(time, atStart(delayed.by(), time)));
            }
            default -> leaf;
        });
    }

    private int state(StateVariable state) {
        return state.kind() == StateVariable.Kind.AMOUNT
                ? amount(layout.species(state.id()).orElseThrow())
                : value(state.id());
    }

    private int parameter(int leaf) {
        String id = layout.slots().get(graph.index(leaf)).id();
        return layout.role(id).orElse(null) instanceof Role.Held held && held.slot() == graph.index(leaf)
                ? held(id, held)
                : leaf;
    }

    private int held(String id, Role.Held held) {
        return held.amount() ? amount(layout.species(id).orElseThrow()) : value(id);
    }
}
