package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;

/** What symbols mean while time goes on: functions of time, states, parameters and the past. */
final class RunningValues extends Values {
    private final List<DelayedValue> delays;
    private final @Nullable RunningValues still;

    RunningValues(Layout layout, Graph graph, Translator translator) {
        super(layout, graph, translator);
        this.delays = new ArrayList<>();
        this.still = new RunningValues(this, translator);
    }

    /** What symbols mean where nothing changes. */
    private RunningValues(RunningValues moving, Translator translator) {
        super(moving.layout, moving.graph, translator);
        this.delays = moving.delays;
        this.still = null;
    }

    /** What symbols mean where nothing changes, before the start: every rate of change is zero. */
    RunningValues still() {
        return still == null ? this : still;
    }

    /** The past values that formulas have asked for so far. */
    List<DelayedValue> delays() {
        return delays;
    }

    @Override
    Set<String> dependencies(String id) {
        if (id.startsWith(Symbols.RATE)) {
            return rateDependencies(id.substring(1));
        }
        return switch (layout.role(id).orElseThrow(() -> unknown(id))) {
            case Role.Assigned assigned -> Symbols.in(assigned.formula());
            case Role.Speed speed -> lawDependencies(speed.reaction());
            case Role.Integrated integrated -> integrated.amount() ? compartment(id) : Set.of();
            case Role.Held held -> held.amount() ? compartment(id) : Set.of();
        };
    }

    private Set<String> compartment(String id) {
        return layout.species(id).map(each -> Set.of(each.compartment())).orElse(Set.of());
    }

    @Override
    int compute(String id) {
        if (id.startsWith(Symbols.RATE)) {
            return rate(id.substring(1));
        }
        return switch (layout.role(id).orElseThrow(() -> unknown(id))) {
            case Role.Assigned assigned -> translated(assigned.formula());
            case Role.Speed speed -> speed(speed.reaction());
            case Role.Integrated integrated -> concentration(id, graph.state(integrated.state()), integrated.amount());
            case Role.Held held -> concentration(id, graph.parameter(held.slot()), held.amount());
        };
    }

    private int concentration(String id, int node, boolean amount) {
        Optional<Species> species = layout.species(id);
        return amount && species.isPresent() ? graph.divide(node, size(species.get())) : node;
    }

    /** The amount of a species. */
    int amount(Species species) {
        Role role = layout.role(species.id()).orElseThrow();
        if (role instanceof Role.Integrated integrated && integrated.amount()) {
            return graph.state(integrated.state());
        }
        if (role instanceof Role.Held held && held.amount()) {
            return graph.parameter(held.slot());
        }
        int value = value(species.id());
        return layout.concentrationInFormulas(species) ? graph.multiply(value, value(species.compartment())) : value;
    }

    /** The concentration of a species. */
    int concentration(Species species) {
        int value = value(species.id());
        return layout.concentrationInFormulas(species) ? value : graph.divide(value, value(species.compartment()));
    }

    private Set<String> rateDependencies(String id) {
        Optional<Expression> rate = layout.rate(id);
        if (rate.isPresent()) {
            return Symbols.in(rate.get());
        }
        Role role = layout.role(id).orElseThrow(() -> unknown(id));
        Optional<Species> species = layout.species(id);
        if (species.isEmpty() || role instanceof Role.Assigned) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>();
        if (role instanceof Role.Integrated) {
            all.addAll(turnoverDependencies(species.get()));
        }
        if (layout.concentrationInFormulas(species.get())) {
            all.add(species.get().compartment());
            all.add(Symbols.RATE + species.get().compartment());
        }
        return all;
    }

    /** The rate of change of the value that a symbol has in formulas. */
    private int rate(String id) {
        if (still == null) {
            return graph.constant(0);
        }
        Optional<Expression> rate = layout.rate(id);
        if (rate.isPresent()) {
            return translated(rate.get());
        }
        return switch (layout.role(id).orElseThrow(() -> unknown(id))) {
            case Role.Held held -> held.amount() ? dilution(id) : graph.constant(0);
            case Role.Integrated integrated
            when states(integrated) == StateVariable.Kind.AMOUNT -> ofReacting(id, integrated);
            case Role.Integrated _ -> throw noRate(id, "an algebraic rule determines it");
            case Role.Assigned _ -> throw noRate(id, "an assignment rule determines it");
            case Role.Speed _ -> throw noRate(id, "it is a reaction");
        };
    }

    private StateVariable.Kind states(Role.Integrated integrated) {
        return layout.states().get(integrated.state()).kind();
    }

    private int ofReacting(String id, Role.Integrated integrated) {
        Species species = layout.species(id).orElseThrow();
        int turnover = turnover(species);
        return integrated.amount() ? graph.add(graph.divide(turnover, size(species)), dilution(id)) : turnover;
    }

    /** What the change of its compartment does to a concentration. */
    private int dilution(String id) {
        Species species = layout.species(id).orElseThrow();
        int growth = symbol(Symbols.RATE + species.compartment());
        return graph.isConstant(growth, 0)
                ? growth
                : graph.negate(graph.divide(graph.multiply(symbol(id), growth), size(species)));
    }

    private UnsupportedModelException noRate(String id, String why) {
        return new UnsupportedModelException(
                0, "asks for rateOf('" + id + "'), but " + why, "SBML has rateOf for states and constants only");
    }

    /** The rate of change of a species' amount by reactions. */
    private int turnover(Species species) {
        List<Integer> slow = layout.reactionsOf(species.id());
        int[] terms = new int[slow.size()];
        for (int i = 0; i < terms.length; i++) {
            Reaction reaction = layout.reaction(slow.get(i));
            terms[i] = reaction.kineticLaw().isPresent() && !reaction.fast()
                    ? graph.multiply(change(reaction, species), symbol(reaction.id()))
                    : graph.constant(0);
        }
        return converted(species, graph.add(terms));
    }

    /** The rate of change of a state, but for fast reactions. */
    int derivative(StateVariable state) {
        return switch (state.kind()) {
            case VALUE -> value(Symbols.RATE + state.id());
            case AMOUNT -> {
                Species species = layout.species(state.id()).orElseThrow();
                turnoverDependencies(species).forEach(this::value);
                yield turnover(species);
            }
            case ALGEBRAIC -> graph.constant(0);
        };
    }

    /** Change of a species' amount in one turnover of a fast reaction. */
    int fastChange(Reaction reaction, Species species) {
        turnoverDependencies(species).forEach(this::value);
        return converted(species, change(reaction, species));
    }

    @Override
    public int delay(Expression of, Expression by, Translator.Names names) {
        int what = formula(of, names);
        int lag = formula(by, names);
        if (graph.isConstant(what) || graph.isConstant(lag, 0)) {
            return what;
        }
        int before = still == null ? what : still.formula(of, names);
        for (int i = 0; i < delays.size(); i++) {
            DelayedValue known = delays.get(i);
            if (known.of() == what && known.by() == lag && known.before() == before) {
                return graph.delayed(i);
            }
        }
        delays.add(new DelayedValue(what, lag, before, graph.leaves(Op.DELAYED, what, lag, before)));
        return graph.delayed(delays.size() - 1);
    }

    @Override
    public int rateOf(Expression of, Translator.Names names) {
        if (of instanceof Expression.Symbol symbol) {
            int hidden = names.node(symbol.id());
            return hidden >= 0 ? rateOfNode(hidden) : symbol(Symbols.RATE + symbol.id());
        }
        throw new UnsupportedModelException(0, "asks for rateOf of a formula", "ask for that of a symbol");
    }

    /** The rate of change of a local parameter or of an argument of a function, where a symbol is known by its node. */
    private int rateOfNode(int node) {
        boolean local = graph.op(node) == Op.PARAMETER
                && layout.slots().get(graph.index(node)).id().contains(".");
        if (local || graph.isConstant(node)) {
            return graph.constant(0);
        }
        for (Map.Entry<String, Role> entry : layout.roles().entrySet()) {
            boolean leaf = entry.getValue() instanceof Role.Integrated || entry.getValue() instanceof Role.Held;
            if (leaf && value(entry.getKey()) == node) {
                return value(Symbols.RATE + entry.getKey());
            }
        }
        throw new UnsupportedModelException(0, "asks for rateOf of a formula", "ask for that of a symbol");
    }
}
