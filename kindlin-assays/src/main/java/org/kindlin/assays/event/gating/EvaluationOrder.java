package org.kindlin.assays.event.gating;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gates ordered so that each comes after those it depends on; gates that depend on themselves are left out. */
final class EvaluationOrder {
    private EvaluationOrder() {}

    static List<Gate> of(List<Gate> gates) {
        Map<String, Gate> owner = new HashMap<>();
        gates.forEach(gate -> populations(gate).forEach(id -> owner.put(id, gate)));
        IdentityHashMap<Gate, Integer> waiting = new IdentityHashMap<>();
        IdentityHashMap<Gate, List<Gate>> dependents = new IdentityHashMap<>();
        ArrayDeque<Gate> ready = new ArrayDeque<>();
        for (Gate gate : gates) {
            Set<String> needs = needs(gate);
            waiting.put(gate, needs.size());
            for (String need : needs) {
                Gate needed = owner.get(need);
                if (needed != null) {
                    dependents.computeIfAbsent(needed, _ -> new ArrayList<>()).add(gate);
                }
            }
            if (needs.isEmpty()) {
                ready.add(gate);
            }
        }
        List<Gate> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Gate gate = ready.remove();
            order.add(gate);
            for (Gate dependent : dependents.getOrDefault(gate, List.of())) {
                if (waiting.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        return order;
    }

    /** Ids of the populations that a gate makes. */
    static List<String> populations(Gate gate) {
        return gate instanceof Gate.Quadrants quadrants
                ? quadrants.quadrants().stream().map(Gate.Quadrant::id).toList()
                : List.of(gate.id());
    }

    private static Set<String> needs(Gate gate) {
        Set<String> needs = new LinkedHashSet<>();
        gate.parent().ifPresent(needs::add);
        if (gate instanceof Gate.SetOperation bool) {
            bool.references().forEach(reference -> needs.add(reference.gate()));
        }
        return needs;
    }
}
