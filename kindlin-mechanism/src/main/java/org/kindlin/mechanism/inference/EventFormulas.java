package org.kindlin.mechanism.inference;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.EventEquations;
import org.kindlin.mechanism.compile.EventEquations.Target;
import org.kindlin.mechanism.compile.Graph;

/**
 * What decides when the right-hand side of a model changes its form and what its events do, with derivatives. Immutable.
 *
 * @param roots the functions whose changes of side are watched
 * @param delays of each event
 * @param assigned of each event the values it assigns, amounts where an amount is kept
 */
record EventFormulas(DirectionalFormulas roots, List<DirectionalFormulas> delays, List<DirectionalFormulas> assigned) {

    static EventFormulas of(CompiledModel model) {
        Equations equations = model.equations();
        Graph graph = equations.graph();
        int zero = graph.constant(0);
        return new EventFormulas(
                new DirectionalFormulas(graph, CompiledModel.rootNodes(equations)),
                equations.events().stream()
                        .map(each -> new DirectionalFormulas(graph, each.delay() < 0 ? zero : each.delay()))
                        .toList(),
                equations.events().stream()
                        .map(each -> new DirectionalFormulas(graph, assignedNodes(graph, each)))
                        .toList());
    }

    private static int[] assignedNodes(Graph graph, EventEquations event) {
        return event.assignments().stream()
                .mapToInt(each -> each.size() < 0 ? each.value() : graph.multiply(each.value(), each.size()))
                .toArray();
    }

    /** The parameters that move a time of change or what an event assigns, or that an event assigns itself. */
    int[] slots(Equations equations) {
        Set<Integer> slots = new TreeSet<>();
        add(slots, roots.slots());
        delays.forEach(each -> add(slots, each.slots()));
        assigned.forEach(each -> add(slots, each.slots()));
        for (EventEquations event : equations.events()) {
            event.assignments().stream()
                    .mapToInt(Target::slot)
                    .filter(slot -> slot >= 0)
                    .forEach(slots::add);
        }
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(Set<Integer> all, int[] slots) {
        IntStream.of(slots).forEach(all::add);
    }
}
