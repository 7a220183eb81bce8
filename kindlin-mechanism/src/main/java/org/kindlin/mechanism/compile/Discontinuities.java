package org.kindlin.mechanism.compile;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Functions whose changes of sign are where formulas jump or bend, and where conditions of events change.
 *
 * <p>A condition a &lt; b is the lower side of a - b, a condition a &le; b the upper side of b - a, as
 * {@code org.kindlin.numerics.ode.RootFunctions} has it. An equality is watched from both sides. Steps of floor, ceiling,
 * quotient and remainder are where sin(&pi; x) changes sign.
 */
final class Discontinuities {
    private final Graph graph;
    private final boolean[] varies;
    private final Set<Integer> roots = new LinkedHashSet<>();

    private Discontinuities(Graph graph, int top) {
        this.graph = graph;
        this.varies = new boolean[top];
        for (int node = 0; node < top; node++) {
            Op op = graph.op(node);
            varies[node] = op == Op.TIME || op == Op.STATE || op == Op.DELAYED;
            for (int argument : graph.arguments(node)) {
                varies[node] |= varies[argument];
            }
        }
    }

    /** Nodes of the functions to watch, where {@code conditions} are taken as truth values and {@code formulas} as numbers. */
    static int[] of(Graph graph, int[] formulas, int[] conditions) {
        int[] all = new int[formulas.length + conditions.length];
        System.arraycopy(formulas, 0, all, 0, formulas.length);
        System.arraycopy(conditions, 0, all, formulas.length, conditions.length);
        boolean[] needed = graph.needed(all);
        Discontinuities found = new Discontinuities(graph, needed.length);
        for (int node = 0; node < needed.length; node++) {
            if (needed[node] && found.varies[node]) {
                found.add(node);
            }
        }
        for (int condition : conditions) {
            found.truth(condition);
        }
        return found.roots.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(int node) {
        int[] of = graph.arguments(node);
        switch (graph.op(node)) {
            case LESS -> roots.add(graph.subtract(of[0], of[1]));
            case LESS_OR_EQUAL -> roots.add(graph.subtract(of[1], of[0]));
            case EQUAL -> {
                roots.add(graph.subtract(of[0], of[1]));
                roots.add(graph.subtract(of[1], of[0]));
            }
            case SELECT -> truth(of[0]);
            case AND, OR, XOR, NOT -> {
                for (int argument : of) {
                    truth(argument);
                }
            }
            case FLOOR, CEILING -> whole(of[0]);
            case QUOTIENT, REM -> whole(graph.divide(of[0], of[1]));
            default -> {}
        }
    }

    /** A number taken as a truth value changes where it becomes or leaves zero. */
    private void truth(int node) {
        boolean number = switch (graph.op(node)) {
            case LESS, LESS_OR_EQUAL, EQUAL, AND, OR, XOR, NOT -> false;
            default -> node < varies.length && varies[node];
        };
        if (number) {
            roots.add(node);
            roots.add(graph.negate(node));
        }
    }

    private void whole(int node) {
        roots.add(graph.apply(Op.SIN, graph.multiply(graph.constant(Math.PI), node)));
    }
}
