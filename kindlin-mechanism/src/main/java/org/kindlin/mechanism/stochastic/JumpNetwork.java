package org.kindlin.mechanism.stochastic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Derivatives;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.EventEquations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Gradient;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.mechanism.compile.StateVariable;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * A model whose reactions are jumps: the kinetic law of each is its propensity, its stoichiometry what one jump changes.
 * Rate rules change continuously between jumps. Immutable, shareable between threads.
 */
public final class JumpNetwork {
    private final CompiledModel model;
    private final Formulas propensities;
    private final int[][] changedStates;
    private final double[][] changes;
    private final List<Affected> affected;
    private final boolean continuous;
    private final List<EventFormulas> events;

    private JumpNetwork(CompiledModel model, List<RandomDraws.Draw> draws) {
        this.model = model;
        Equations equations = model.equations();
        refuse(!equations.delays().isEmpty(), "delays");
        refuse(equations.algebraic(), "algebraic rules");
        refuse(!equations.equilibria().isEmpty(), "fast reactions");
        List<Reaction> reactions = equations.model().reactions().stream()
                .filter(each -> each.kineticLaw().isPresent())
                .toList();
        int[] speeds = reactions.stream()
                .mapToInt(each -> equations.values().getOrDefault(each.id(), 0))
                .toArray();
        this.propensities = Formulas.compiled(equations.graph(), speeds);
        this.changedStates = new int[speeds.length][];
        this.changes = new double[speeds.length][];
        double[] constants = startParameters(equations);
        for (int i = 0; i < speeds.length; i++) {
            stoichiometry(i, reactions.get(i), equations, constants);
        }
        this.affected = affected(equations, speeds);
        boolean ruled = equations.states().stream().anyMatch(each -> each.kind() == StateVariable.Kind.VALUE);
        boolean inTime =
                new Derivatives(equations.graph(), Op.TIME).of(speeds).stream().anyMatch(JumpNetwork::depends);
        this.continuous = ruled || inTime;
        this.events = IntStream.range(0, equations.events().size())
                .mapToObj(i -> new EventFormulas(
                        equations,
                        equations.events().get(i),
                        draws.stream().filter(draw -> draw.event() == i).toList()))
                .toList();
    }

    /**
     * What a jump of one reaction reaches.
     *
     * @param reactions those whose propensity may differ afterwards, ascending
     * @param propensities of these
     */
    record Affected(int[] reactions, Formulas propensities) {}

    private List<Affected> affected(Equations equations, int[] speeds) {
        List<int[]> needs = IntStream.of(speeds)
                .mapToObj(speed -> equations.graph().leaves(Op.STATE, speed))
                .toList();
        List<Affected> all = new ArrayList<>();
        for (int[] moved : changedStates) {
            int[] reactions = IntStream.range(0, speeds.length)
                    .filter(i -> IntStream.of(needs.get(i))
                            .anyMatch(state -> IntStream.of(moved).anyMatch(each -> each == state)))
                    .toArray();
            int[] nodes = IntStream.of(reactions).map(i -> speeds[i]).toArray();
            all.add(new Affected(reactions, Formulas.interpreted(equations.graph(), nodes)));
        }
        return all;
    }

    private static boolean depends(Gradient gradient) {
        return gradient.variables().length > 0;
    }

    /**
     * Compiles a model.
     *
     * @param source the file, to say in faults
     * @throws InputFaultException with the faults of the model, or what of it has no meaning for jumps
     */
    public static JumpNetwork of(String source, Model model) {
        RandomDraws.Extracted extracted = RandomDraws.from(source, model);
        return new JumpNetwork(CompiledModel.of(source, extracted.model()), extracted.draws());
    }

    private void refuse(boolean present, String what) {
        if (present) {
            throw new InputFaultException(new Fault(
                    model.source(),
                    "",
                    "the model has " + what + ", which stochastic simulation does not cover",
                    "simulate it deterministically"));
        }
    }

    private static double[] startParameters(Equations equations) {
        Formulas start = Formulas.interpreted(equations.graph(), equations.initialParameters());
        double[] values = new double[start.count()];
        start.kernel()
                .evaluate(
                        0,
                        new double[equations.states().size()],
                        equations.given(),
                        new double[0],
                        start.newWork(),
                        values);
        return values;
    }

    private void stoichiometry(int index, Reaction reaction, Equations equations, double[] constants) {
        Map<Integer, Double> sums = new HashMap<>();
        for (int side = 0; side < 2; side++) {
            for (SpeciesReference each : side == 0 ? reaction.reactants() : reaction.products()) {
                double molecules = molecules(each, equations, constants);
                int state = state(equations, each.species());
                if (state >= 0) {
                    sums.merge(state, side == 0 ? -molecules : molecules, Double::sum);
                }
            }
        }
        List<Integer> states = new ArrayList<>();
        sums.forEach((state, sum) -> {
            if (sum != 0) {
                states.add(state);
            }
        });
        states.sort(null);
        changedStates[index] = states.stream().mapToInt(Integer::intValue).toArray();
        changes[index] = states.stream()
                .mapToDouble(state -> sums.getOrDefault(state, 0.0))
                .toArray();
    }

    private static int state(Equations equations, String species) {
        for (int i = 0; i < equations.states().size(); i++) {
            StateVariable each = equations.states().get(i);
            if (each.kind() == StateVariable.Kind.AMOUNT && each.id().equals(species)) {
                return i;
            }
        }
        return -1;
    }

    private double molecules(SpeciesReference reference, Equations equations, double[] constants) {
        Integer node = reference.id().isEmpty() ? null : equations.values().get(reference.id());
        OptionalDouble given = reference.stoichiometry();
        if (node != null) {
            Formulas value = Formulas.interpreted(equations.graph(), node);
            double[] out = new double[1];
            value.kernel()
                    .evaluate(0, new double[equations.states().size()], constants, new double[0], value.newWork(), out);
            given = OptionalDouble.of(out[0]);
        }
        refuse(reference.stoichiometryMath().isPresent() || given.isEmpty(), "stoichiometries that are computed");
        return given.getAsDouble();
    }

    /** The species in the order of the model. */
    public List<String> species() {
        return model.equations().model().species().stream().map(Species::id).toList();
    }

    CompiledModel model() {
        return model;
    }

    Formulas propensities() {
        return propensities;
    }

    Affected affected(int reaction) {
        return affected.get(reaction);
    }

    int reactions() {
        return changes.length;
    }

    /** The states that one turnover of a reaction changes. */
    int[] changedStates(int reaction) {
        return changedStates[reaction];
    }

    /** By how much, in the same order. */
    double[] changes(int reaction) {
        return changes[reaction];
    }

    /** Whether anything changes between jumps. */
    boolean continuous() {
        return continuous;
    }

    List<EventFormulas> events() {
        return events;
    }

    /** The formulas of one event with its draws. */
    static final class EventFormulas {
        final EventEquations event;
        final Formulas trigger;
        final Formulas delay;
        final Formulas priority;
        final Formulas values;
        final Formulas sizes;
        final List<DrawFormulas> draws;

        EventFormulas(Equations equations, EventEquations event, List<RandomDraws.Draw> draws) {
            int zero = equations.graph().constant(0);
            this.event = event;
            this.trigger = Formulas.compiled(equations.graph(), event.trigger());
            this.delay = Formulas.compiled(equations.graph(), event.delay() < 0 ? zero : event.delay());
            this.priority = Formulas.compiled(equations.graph(), event.priority() < 0 ? zero : event.priority());
            this.values = Formulas.compiled(
                    equations.graph(),
                    event.assignments().stream()
                            .mapToInt(EventEquations.Target::value)
                            .toArray());
            this.sizes = Formulas.compiled(
                    equations.graph(),
                    event.assignments().stream()
                            .mapToInt(each -> each.size() < 0 ? zero : each.size())
                            .toArray());
            this.draws = draws.stream()
                    .map(each -> new DrawFormulas(equations, each))
                    .toList();
        }
    }

    /** One draw: where it goes and what its arguments are. */
    static final class DrawFormulas {
        final RandomDraws.Draw draw;
        final int slot;
        final Formulas arguments;

        DrawFormulas(Equations equations, RandomDraws.Draw draw) {
            this.draw = draw;
            this.slot = equations.parameter(draw.slot()).orElseThrow();
            this.arguments = Formulas.compiled(
                    equations.graph(),
                    draw.arguments().stream()
                            .mapToInt(each -> equations.values().getOrDefault(each, 0))
                            .toArray());
        }
    }
}
