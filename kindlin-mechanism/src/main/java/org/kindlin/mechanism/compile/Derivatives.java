package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exact partial derivatives of nodes by the rules of calculus, forward and sparse.
 *
 * <p>Of cases, minima, maxima and absolute values: those of the branch in force; of steps (floor, ceiling, quotient,
 * factorial, truth values): 0. Derivatives are nodes of the same graph and share with it what they have in common.
 */
public final class Derivatives {
    private final Graph graph;
    private final Op kind;
    private Gradient[] known = new Gradient[0];

    /**
     * @param kind the leaves to differentiate by: {@link Op#STATE}, {@link Op#PARAMETER}, {@link Op#DELAYED} or
     *     {@link Op#TIME}
     */
    public Derivatives(Graph graph, Op kind) {
        this.graph = graph;
        this.kind = kind;
    }

    /** The derivatives of these nodes. */
    public List<Gradient> of(int... nodes) {
        boolean[] needed = graph.needed(nodes);
        known = Arrays.copyOf(known, Math.max(known.length, needed.length));
        for (int node = 0; node < needed.length; node++) {
            if (needed[node] && known[node] == null) {
                known[node] = gradient(node);
            }
        }
        List<Gradient> gradients = new ArrayList<>(nodes.length);
        for (int node : nodes) {
            gradients.add(known[node]);
        }
        return gradients;
    }

    private Gradient gradient(int node) {
        Op op = graph.op(node);
        if (op == kind) {
            return new Gradient(new int[] {op == Op.TIME ? 0 : graph.index(node)}, new int[] {graph.constant(1)});
        }
        int[] arguments = graph.arguments(node);
        Gradient[] inner = new Gradient[arguments.length];
        boolean zero = true;
        for (int i = 0; i < inner.length; i++) {
            inner[i] = known[arguments[i]];
            zero &= inner[i].isZero();
        }
        return zero ? Gradient.ZERO : combine(inner, partials(node, op, arguments));
    }

    /** The chain rule: the sum over arguments of outer times inner derivative. */
    private Gradient combine(Gradient[] inner, Partial partial) {
        int[] variables = union(inner);
        int[] nodes = new int[variables.length];
        int[] at = new int[inner.length];
        int count = 0;
        for (int variable : variables) {
            int[] terms = new int[inner.length];
            int found = 0;
            for (int i = 0; i < inner.length; i++) {
                if (at[i] < inner[i].variables().length && inner[i].variables()[at[i]] == variable) {
                    int term = partial.times(i, inner[i].nodes()[at[i]++]);
                    if (!graph.isConstant(term, 0)) {
                        terms[found++] = term;
                    }
                }
            }
            int sum = graph.add(Arrays.copyOf(terms, found));
            if (!graph.isConstant(sum, 0)) {
                variables[count] = variable;
                nodes[count++] = sum;
            }
        }
        return count == 0 ? Gradient.ZERO : new Gradient(Arrays.copyOf(variables, count), Arrays.copyOf(nodes, count));
    }

    private static int[] union(Gradient[] gradients) {
        int total = 0;
        for (Gradient gradient : gradients) {
            total += gradient.variables().length;
        }
        int[] all = new int[total];
        int at = 0;
        for (Gradient gradient : gradients) {
            System.arraycopy(gradient.variables(), 0, all, at, gradient.variables().length);
            at += gradient.variables().length;
        }
        Arrays.sort(all);
        int count = 0;
        for (int variable : all) {
            if (count == 0 || all[count - 1] != variable) {
                all[count++] = variable;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** An outer derivative by argument {@code i}, times the inner one. */
    private interface Partial {
        int times(int argument, int inner);
    }

    private Partial partials(int node, Op op, int[] of) {
        Graph g = graph;
        return switch (op) {
            case ADD -> (_, inner) -> inner;
            case NEGATE -> (_, inner) -> g.negate(inner);
            case MULTIPLY -> (i, inner) -> times(inner, of[1 - i]);
            case DIVIDE ->
                (i, inner) -> i == 0 ? g.divide(inner, of[1]) : g.negate(times(inner, g.divide(node, of[1])));
            case POWER -> (i, inner) -> times(inner, i == 0 ? byBase(of) : g.multiply(node, g.apply(Op.LN, of[0])));
            case ROOT ->
                (i, inner) ->
                        i == 1 ? g.divide(times(inner, node), g.multiply(of[0], of[1])) : byDegree(node, of, inner);
            case SELECT -> (i, inner) -> selected(of, i, inner);
            case MAX -> (i, inner) -> branch(g.apply(Op.LESS_OR_EQUAL, of[1], of[0]), i, inner);
            case MIN -> (i, inner) -> branch(g.apply(Op.LESS_OR_EQUAL, of[0], of[1]), i, inner);
            case REM -> (i, inner) -> i == 0 ? inner : g.negate(times(inner, g.apply(Op.QUOTIENT, of[0], of[1])));
            case FLOOR, CEILING, FACTORIAL, QUOTIENT, LESS, LESS_OR_EQUAL, EQUAL, AND, OR, XOR, NOT ->
                (_, _) -> g.constant(0);
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED -> (_, _) -> g.constant(0);
            default -> {
                int outer = ofOne(node, op, of[0]);
                yield (_, inner) -> times(inner, outer);
            }
        };
    }

    /** Functions of one argument. */
    private int ofOne(int node, Op op, int x) {
        Graph g = graph;
        int one = g.constant(1);
        int square = g.multiply(x, x);
        return switch (op) {
            case SQRT -> g.divide(g.constant(0.5), node);
            case ABS -> g.select(g.apply(Op.LESS, x, g.constant(0)), g.constant(-1), one);
            case EXP -> node;
            case LN -> g.divide(one, x);
            case LOG10 -> g.divide(g.constant(1 / Math.log(10)), x);
            case SIN -> g.apply(Op.COS, x);
            case COS -> g.negate(g.apply(Op.SIN, x));
            case TAN -> g.add(one, g.multiply(node, node));
            case ARCSIN -> g.divide(one, g.apply(Op.SQRT, g.subtract(one, square)));
            case ARCCOS -> g.negate(g.divide(one, g.apply(Op.SQRT, g.subtract(one, square))));
            case ARCTAN -> g.divide(one, g.add(one, square));
            case SINH -> g.apply(Op.COSH, x);
            case COSH -> g.apply(Op.SINH, x);
            case TANH -> g.subtract(one, g.multiply(node, node));
            case ARCSINH -> g.divide(one, g.apply(Op.SQRT, g.add(square, one)));
            case ARCCOSH -> g.divide(one, g.apply(Op.SQRT, g.subtract(square, one)));
            case ARCTANH -> g.divide(one, g.subtract(one, square));
            default -> throw new IllegalStateException("no derivative of " + op);
        };
    }

    private int byBase(int[] of) {
        return graph.multiply(of[1], graph.power(of[0], graph.subtract(of[1], graph.constant(1))));
    }

    private int byDegree(int node, int[] of, int inner) {
        int outer = graph.divide(graph.multiply(node, graph.apply(Op.LN, of[1])), graph.multiply(of[0], of[0]));
        return graph.negate(times(inner, outer));
    }

    private int selected(int[] of, int argument, int inner) {
        int zero = graph.constant(0);
        return switch (argument) {
            case 0 -> zero;
            case 1 -> graph.select(of[0], inner, zero);
            default -> graph.select(of[0], zero, inner);
        };
    }

    private int branch(int firstHolds, int argument, int inner) {
        int zero = graph.constant(0);
        return argument == 0 ? graph.select(firstHolds, inner, zero) : graph.select(firstHolds, zero, inner);
    }

    private int times(int a, int b) {
        return graph.isConstant(a, 0) || graph.isConstant(b, 0) ? graph.constant(0) : graph.multiply(a, b);
    }
}
