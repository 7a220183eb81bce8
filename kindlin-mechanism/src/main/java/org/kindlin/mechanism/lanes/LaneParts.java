package org.kindlin.mechanism.lanes;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/**
 * Cuts the computation of nodes into methods. HotSpot keeps vectors in registers only where it can inline all of a method's
 * vector operations: measured, up to 400 of them in one method, at one millisecond of compilation each.
 */
final class LaneParts {
    /** Arithmetic, loads and stores of one method. */
    private static final int MOST_OPERATIONS = 180;
    /** Of functions that are computed lane by lane. */
    private static final int MOST_FUNCTIONS = 24;

    private final LanePlan plan;
    private final List<Part> parts = new ArrayList<>();

    /**
     * One method.
     *
     * @param nodes what it computes, in order
     * @param byLane by functions of numbers instead of vectors
     */
    record Part(List<Integer> nodes, boolean byLane) {}

    private LaneParts(LanePlan plan) {
        this.plan = plan;
    }

    /** The methods that compute these nodes: by turns all that vectors can do as yet, and all that functions can. */
    static List<Part> of(LanePlan plan, int... nodes) {
        boolean[] waiting = computed(plan, nodes);
        LaneParts parts = new LaneParts(plan);
        for (boolean byLane = false; any(waiting); byLane = !byLane) {
            parts.cut(parts.ready(waiting, byLane), byLane);
        }
        return parts.parts;
    }

    /** What has to be computed for these nodes. */
    private static boolean[] computed(LanePlan plan, int... nodes) {
        Graph graph = plan.graph();
        boolean[] computed = new boolean[graph.needed(nodes).length];
        for (int node : nodes) {
            computed[node] = plan.isComputed(node);
        }
        for (int node = computed.length - 1; node >= 0; node--) {
            for (int i = 0; computed[node] && i < graph.arguments(node).length; i++) {
                int operand = plan.operand(node, i);
                computed[operand] |= plan.isComputed(operand);
            }
        }
        return computed;
    }

    private static boolean any(boolean[] waiting) {
        for (boolean each : waiting) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> ready(boolean[] waiting, boolean byLane) {
        List<Integer> ready = new ArrayList<>();
        for (int node = 0; node < waiting.length; node++) {
            if (waiting[node] && isByLane(plan.graph().op(node)) == byLane && isReady(node, waiting)) {
                ready.add(node);
                waiting[node] = false;
            }
        }
        return ready;
    }

    private boolean isReady(int node, boolean[] waiting) {
        for (int i = 0; i < plan.graph().arguments(node).length; i++) {
            if (waiting[plan.operand(node, i)]) {
                return false;
            }
        }
        return true;
    }

    /** In parts of about the same size. */
    private void cut(List<Integer> nodes, boolean byLane) {
        int most = byLane ? MOST_FUNCTIONS : MOST_OPERATIONS;
        int all = nodes.stream().mapToInt(node -> cost(node, byLane)).sum();
        int count = Math.ceilDiv(all, most);
        List<Integer> part = new ArrayList<>();
        int cost = 0;
        int done = 0;
        for (int node : nodes) {
            part.add(node);
            cost += cost(node, byLane);
            if ((long) cost * count >= (long) all * (done + 1)) {
                parts.add(new Part(part, byLane));
                part = new ArrayList<>();
                done++;
            }
        }
    }

    private int cost(int node, boolean byLane) {
        return byLane ? 1 : 1 + plan.graph().arguments(node).length;
    }

    /** Whether vectors have no operation for it. */
    static boolean isByLane(Op op) {
        return switch (op) {
            case ADD, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS, MAX, MIN -> false;
            default -> true;
        };
    }
}
