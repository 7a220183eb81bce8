package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The populations of gates, filled block by block, each after those it is made of. */
final class GateSteps {
    private final List<Gate> gates;
    private final int events;
    private final Map<String, long[]> members = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final long[] words = new long[Values.BLOCK / Long.SIZE];

    /** One population: those members of its parent that pass a test. */
    private record Step(GateTest test, long @Nullable [] parent, long[] members) {}

    /**
     * Populations without members yet.
     *
     * @param tests of the populations of all gates but boolean ones
     */
    GateSteps(List<Gate> gates, Map<String, GateTest> tests, int events) {
        this.gates = gates;
        this.events = events;
        for (Gate gate : EvaluationOrder.of(gates)) {
            for (String id : EvaluationOrder.populations(gate)) {
                long[] inside = new long[Membership.words(events)];
                GateTest test = gate instanceof Gate.SetOperation bool
                        ? joined(bool)
                        : Objects.requireNonNull(tests.get(id), id);
                steps.add(new Step(test, gate.parent().map(this::members).orElse(null), inside));
                members.put(id, inside);
            }
        }
    }

    private GateTest joined(Gate.SetOperation gate) {
        return new GateTest.Joined(
                gate.operation(),
                gate.references().stream()
                        .map(reference -> new GateTest.Operand(members(reference.gate()), reference.complement()))
                        .toList());
    }

    private long[] members(String id) {
        return Objects.requireNonNull(members.get(id), id);
    }

    /** Finds the members among events {@code from .. from + count - 1}. */
    void block(int from, int count) {
        int size = Membership.words(count);
        for (Step step : steps) {
            long any = 0;
            for (int w = 0; w < size; w++) {
                words[w] = step.parent == null ? all(count - w * Long.SIZE) : step.parent[(from >>> 6) + w];
                any |= words[w];
            }
            if (any != 0) {
                step.test.keepInside(from, count, words);
                System.arraycopy(words, 0, step.members, from >>> 6, size);
            }
        }
    }

    private static long all(int events) {
        return events >= Long.SIZE ? -1L : (1L << events) - 1;
    }

    /** The populations in the order of the document. */
    Map<String, Population> populations() {
        Map<String, Population> populations = new LinkedHashMap<>();
        for (Gate gate : gates) {
            for (String id : EvaluationOrder.populations(gate)) {
                populations.put(id, new Population(id, gate.parent(), new Membership(members(id), events)));
            }
        }
        return populations;
    }
}
