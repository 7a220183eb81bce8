package org.kindlin.mechanism.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/**
 * Gives the nodes of formulas their slots in a lane memory, and makes programs of them. States come first, then time, then
 * parameters. What depends on parameters alone is computed once a set ({@link #constant}).
 */
final class LanePlan {
    private static final int COUNT = Lanes.COUNT;

    private final Graph graph;
    private final int states;
    private final int[] slot;
    private final boolean[] varying;
    private final List<Double> constants = new ArrayList<>();
    private final List<Integer> constantSlots = new ArrayList<>();
    private final List<Integer> fixed = new ArrayList<>();
    private int slots;

    /** A plan for these nodes and what they are made of. */
    LanePlan(Graph graph, int states, int parameters, int... nodes) {
        this.graph = graph;
        this.states = states;
        boolean[] needed = graph.needed(nodes);
        this.slot = new int[needed.length];
        this.varying = new boolean[needed.length];
        Arrays.fill(slot, -1);
        slots = states + 1 + parameters;
        for (int node = 0; node < needed.length; node++) {
            if (needed[node]) {
                place(node);
            }
        }
    }

    private void place(int node) {
        switch (graph.op(node)) {
            case STATE -> {
                slot[node] = graph.index(node);
                varying[node] = true;
            }
            case TIME -> {
                slot[node] = states;
                varying[node] = true;
            }
            case PARAMETER -> slot[node] = states + 1 + graph.index(node);
            case CONSTANT -> {
                slot[node] = slots++;
                constants.add(graph.value(node));
                constantSlots.add(slot[node]);
            }
            case DELAYED -> throw new IllegalArgumentException("lanes have no past");
            default -> {
                slot[node] = slots++;
                varying[node] = IntStream.of(graph.arguments(node)).anyMatch(argument -> varying[argument]);
                if (!varying[node]) {
                    fixed.add(node);
                }
            }
        }
    }

    /** A memory with the constants in place. */
    double[] newMemory() {
        double[] memory = new double[slots * COUNT];
        for (int i = 0; i < constants.size(); i++) {
            int at = constantSlots.get(i) * COUNT;
            Arrays.fill(memory, at, at + COUNT, constants.get(i));
        }
        return memory;
    }

    /** Where a parameter stands. */
    int parameterAt(int parameter) {
        return (states + 1 + parameter) * COUNT;
    }

    /** Where the time stands. */
    int timeAt() {
        return states * COUNT;
    }

    /** Where the values of these nodes stand. */
    int[] at(int... nodes) {
        return IntStream.of(nodes).map(node -> slot[node] * COUNT).toArray();
    }

    /** Computes what depends on parameters alone. */
    LaneProgram constant() {
        return program(fixed);
    }

    /** Computes what of these nodes depends on states or time and is not known from others. */
    LaneProgram varying(int[] nodes, int... known) {
        boolean[] wanted = read(nodes);
        boolean[] there = read(known);
        List<Integer> computed = new ArrayList<>();
        for (int node = 0; node < wanted.length; node++) {
            if (wanted[node] && !there[node] && varying[node] && !graph.op(node).isLeaf()) {
                computed.add(node);
            }
        }
        return program(computed);
    }

    /** Which slots are read for these nodes; of a subtracted term that is what it is the negative of. */
    private boolean[] read(int... nodes) {
        boolean[] read = new boolean[slot.length];
        for (int node : nodes) {
            read[node] = true;
        }
        for (int node = read.length - 1; node >= 0; node--) {
            for (int i = 0; read[node] && i < graph.arguments(node).length; i++) {
                read[operand(node, i)] = true;
            }
        }
        return read;
    }

    /** Terms with a minus, other than the first, are subtracted. */
    private boolean isSubtracted(int node, int argument) {
        return graph.op(node) == Op.ADD && argument > 0 && graph.op(graph.arguments(node)[argument]) == Op.NEGATE;
    }

    /** The node of which an argument is read: itself, or what is subtracted in its place. */
    private int operand(int node, int argument) {
        int given = graph.arguments(node)[argument];
        return isSubtracted(node, argument) ? graph.arguments(given)[0] : given;
    }

    /**
     * In runs as long as can be: of the kinds whose operands are known, that with the most operations comes next, with those
     * of its kind that become possible by it.
     */
    private LaneProgram program(List<Integer> nodes) {
        boolean[] waiting = new boolean[slot.length];
        nodes.forEach(node -> waiting[node] = true);
        List<Integer> left = new ArrayList<>(nodes);
        List<LaneProgram.Run> runs = new ArrayList<>();
        while (!left.isEmpty()) {
            Map<LaneProgram.Kind, Integer> ready = new EnumMap<>(LaneProgram.Kind.class);
            left.stream()
                    .filter(node -> isReady(node, waiting))
                    .forEach(node -> ready.merge(kind(node), 1, Integer::sum));
            LaneProgram.Kind most = Collections.max(ready.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            List<Integer> run = new ArrayList<>();
            for (int node : left) {
                if (kind(node) == most && isReady(node, waiting)) {
                    run.add(node);
                    waiting[node] = false;
                }
            }
            left.removeAll(new HashSet<>(run));
            addRuns(runs, most, run);
        }
        return new LaneProgram(runs);
    }

    private boolean isReady(int node, boolean[] waiting) {
        for (int i = 0; i < graph.arguments(node).length; i++) {
            if (waiting[operand(node, i)]) {
                return false;
            }
        }
        return true;
    }

    private void addRuns(List<LaneProgram.Run> runs, LaneProgram.Kind kind, List<Integer> nodes) {
        if (kind != LaneProgram.Kind.BY_LANE) {
            runs.add(run(kind, nodes));
            return;
        }
        for (int from = 0; from < nodes.size(); ) {
            int to = from + 1;
            while (to < nodes.size() && graph.op(nodes.get(to)) == graph.op(nodes.get(from))) {
                to++;
            }
            runs.add(run(kind, nodes.subList(from, to)));
            from = to;
        }
    }

    private LaneProgram.Run run(LaneProgram.Kind kind, List<Integer> nodes) {
        List<Integer> operands = new ArrayList<>();
        List<Double> signs = new ArrayList<>();
        for (int node : nodes) {
            operands.add(slot[node] * COUNT);
            int count = graph.arguments(node).length;
            signs.add(1.0);
            if (kind == LaneProgram.Kind.SUM) {
                operands.add(count);
                signs.add(1.0);
            }
            for (int i = 0; i < (kind == LaneProgram.Kind.BY_LANE ? 3 : count); i++) {
                int argument = i < count ? i : 0;
                int at = slot[operand(node, argument)] * COUNT;
                operands.add(at);
                signs.add(isSubtracted(node, argument) ? -1.0 : 1.0);
            }
        }
        return new LaneProgram.Run(
                kind,
                graph.op(nodes.getFirst()),
                operands.stream().mapToInt(Integer::intValue).toArray(),
                signs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private LaneProgram.Kind kind(int node) {
        int[] arguments = graph.arguments(node);
        return switch (graph.op(node)) {
            case MULTIPLY -> LaneProgram.Kind.MULTIPLY;
            case DIVIDE -> LaneProgram.Kind.DIVIDE;
            case NEGATE -> LaneProgram.Kind.NEGATE;
            case SQRT -> LaneProgram.Kind.SQRT;
            case ABS -> LaneProgram.Kind.ABS;
            case ADD -> {
                if (arguments.length != 2) {
                    yield LaneProgram.Kind.SUM;
                }
                yield isSubtracted(node, 1) ? LaneProgram.Kind.SUBTRACT : LaneProgram.Kind.ADD;
            }
            default -> LaneProgram.Kind.BY_LANE;
        };
    }
}
