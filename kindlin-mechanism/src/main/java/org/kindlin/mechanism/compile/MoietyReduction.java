package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Equations with one state less for each conserved moiety: the dependent species is the total, a parameter, less the others.
 *
 * <p>The totals are computed from the initial values; the result simulates as the whole does, with a Jacobian that is not singular for
 * want of them. Models with fast reactions are left as they are.
 */
public final class MoietyReduction {
    private final Equations whole;
    private final Graph graph;
    private final Map<Integer, Integer> images = new LinkedHashMap<>();
    private final int[] place;

    private MoietyReduction(Equations whole) {
        this.whole = whole;
        this.graph = whole.graph();
        this.place = new int[whole.states().size()];
    }

    /** The reduced equations; the same where nothing is conserved. */
    public static Equations reduce(Equations equations) {
        List<ConservedMoiety> moieties = ConservedMoieties.of(equations);
        return moieties.isEmpty() || !equations.equilibria().isEmpty()
                ? equations
                : new MoietyReduction(equations).reduced(moieties);
    }

    private Equations reduced(List<ConservedMoiety> moieties) {
        List<ParameterSlot> slots = new ArrayList<>(whole.parameters());
        int[] initial = Arrays.copyOf(whole.initialParameters(), slots.size() + moieties.size());
        List<StateVariable> states = keep(moieties);
        for (ConservedMoiety moiety : moieties) {
            int slot = slots.size();
            slots.add(new ParameterSlot(
                    "total." + whole.states().get(moiety.dependent()).id(), Double.NaN, false));
            int total = graph.constant(0);
            int rest = graph.parameter(slot);
            for (ConservedMoiety.Term term : moiety.terms()) {
                int weight = graph.constant(term.weight());
                total = graph.add(total, graph.multiply(weight, whole.initialStates()[term.state()]));
                if (term.state() != moiety.dependent()) {
                    rest = graph.subtract(rest, graph.multiply(weight, graph.state(place[term.state()])));
                }
            }
            initial[slot] = total;
            images.put(moiety.dependent(), rest);
        }
        return equations(states, slots, initial);
    }

    /** The states that stay, and where each of them goes. */
    private List<StateVariable> keep(List<ConservedMoiety> moieties) {
        Arrays.fill(place, 0);
        moieties.forEach(moiety -> place[moiety.dependent()] = -1);
        List<StateVariable> states = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                place[i] = states.size();
                states.add(whole.states().get(i));
            }
        }
        return states;
    }

    private Equations equations(List<StateVariable> states, List<ParameterSlot> slots, int[] initialParameters) {
        Map<Integer, Integer> rescaled = new LinkedHashMap<>();
        whole.rescaled().forEach((state, size) -> rescaled.put(place[state], image(size)));
        return new Equations(
                whole.model(),
                graph,
                states,
                slots,
                kept(whole.derivatives(), true),
                kept(whole.initialStates(), false),
                initialParameters,
                images(whole.values()),
                images(whole.amounts()),
                images(whole.concentrations()),
                rescaled,
                whole.events().stream().map(this::image).toList(),
                whole.delays().stream()
                        .map(each ->
                                new DelayedValue(image(each.of()), image(each.by()), each.before(), each.earlier()))
                        .toList(),
                IntStream.of(whole.constraints()).map(this::image).toArray(),
                whole.equilibria());
    }

    private int[] kept(int[] nodes, boolean ofStates) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            if (place[i] >= 0) {
                kept.add(ofStates ? image(nodes[i]) : nodes[i]);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private Map<String, Integer> images(Map<String, Integer> nodes) {
        Map<String, Integer> all = new LinkedHashMap<>();
        nodes.forEach((id, node) -> all.put(id, image(node)));
        return all;
    }

    private EventEquations image(EventEquations event) {
        return new EventEquations(
                event.event(),
                image(event.trigger()),
                event.delay() < 0 ? -1 : image(event.delay()),
                event.priority() < 0 ? -1 : image(event.priority()),
                event.assignments().stream()
                        .map(target -> new EventEquations.Target(
                                image(target.value()),
                                target.state() < 0 ? -1 : place[target.state()],
                                target.slot(),
                                target.size() < 0 ? -1 : image(target.size())))
                        .toList());
    }

    private int image(int node) {
        return graph.replace(node, leaf -> graph.op(leaf) == Op.STATE ? state(leaf) : leaf);
    }

    private int state(int leaf) {
        int index = graph.index(leaf);
        Integer dependent = images.get(index);
        return dependent == null ? graph.state(place[index]) : dependent;
    }
}
