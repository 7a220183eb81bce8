package org.kindlin.mechanism.compile;

import java.util.Arrays;
import org.kindlin.numerics.sparse.SymbolicLu;

/**
 * Factorisation and solution of sparse linear systems as nodes of a graph: the arithmetic of
 * {@link org.kindlin.numerics.sparse.SparseLu} with pivots on the diagonal, operation by operation.
 */
public final class LuGraph {
    private LuGraph() {}

    /**
     * The elements of both factors of s M − A as {@link SymbolicLu} orders them, then the reciprocals of the pivots.
     *
     * @param elements of A, in the order of the pattern
     * @param shift s
     * @param algebraic rows in which the diagonal of M is zero instead of one
     */
    public static int[] factors(Graph graph, SymbolicLu symbolic, int[] elements, int shift, boolean[] algebraic) {
        int size = symbolic.order().length;
        int count = symbolic.column().length;
        int[] node = new int[count + size];
        Arrays.fill(node, 0, count, graph.constant(0));
        for (int k = 0; k < elements.length; k++) {
            node[symbolic.target()[k]] = graph.negate(elements[k]);
        }
        for (int i = 0; i < size; i++) {
            int diagonal = symbolic.diagonal()[i];
            if (!algebraic[symbolic.order()[i]]) {
                node[diagonal] = graph.add(node[diagonal], shift);
            }
        }
        for (int i = 0; i < size; i++) {
            eliminate(graph, symbolic, i, node);
            node[count + i] = graph.divide(graph.constant(1), node[symbolic.diagonal()[i]]);
        }
        return node;
    }

    private static void eliminate(Graph graph, SymbolicLu symbolic, int row, int[] node) {
        int elements = symbolic.column().length;
        int start = symbolic.rowStart()[row];
        for (int at = start; at < symbolic.rowStart()[row + 1]; at++) {
            Difference difference = new Difference(graph, node[at]);
            for (int k = start; k < Math.min(at, symbolic.diagonal()[row]); k++) {
                int above = symbolic.element(symbolic.column()[k], symbolic.column()[at]);
                if (above >= 0) {
                    difference.subtract(graph.multiply(node[k], node[above]));
                }
            }
            int value = difference.node();
            boolean left = at < symbolic.diagonal()[row];
            node[at] = left ? graph.multiply(value, node[elements + symbolic.column()[at]]) : value;
        }
    }

    /**
     * The solution, in the order of the rows of A.
     *
     * @param factors as {@link #factors} has them
     * @param right the right-hand side
     */
    public static int[] solution(Graph graph, SymbolicLu symbolic, int[] factors, int[] right) {
        int size = symbolic.order().length;
        int[] node = new int[size];
        int[] solved = new int[size];
        for (int i = 0; i < size; i++) {
            node[i] = less(
                    graph,
                    symbolic,
                    factors,
                    node,
                    right[symbolic.order()[i]],
                    symbolic.rowStart()[i],
                    symbolic.diagonal()[i]);
        }
        for (int i = size - 1; i >= 0; i--) {
            int value = less(
                    graph, symbolic, factors, node, node[i], symbolic.diagonal()[i] + 1, symbolic.rowStart()[i + 1]);
            node[i] = graph.multiply(value, factors[symbolic.column().length + i]);
            solved[symbolic.order()[i]] = node[i];
        }
        return solved;
    }

    /** A value less these elements of the factors times the unknowns of their columns. */
    private static int less(
            Graph graph, SymbolicLu symbolic, int[] factors, int[] unknowns, int value, int from, int to) {
        Difference difference = new Difference(graph, value);
        for (int k = from; k < to; k++) {
            difference.subtract(graph.multiply(factors[k], unknowns[symbolic.column()[k]]));
        }
        return difference.node();
    }

    /** A value from which others are taken, one after the other. */
    private static final class Difference {
        private static final int MOST_TERMS = 32;

        private final Graph graph;
        private int[] terms = new int[MOST_TERMS];
        private int count;

        Difference(Graph graph, int value) {
            this.graph = graph;
            terms[count++] = value;
        }

        void subtract(int node) {
            if (count == MOST_TERMS) {
                terms[0] = graph.add(terms);
                terms = Arrays.copyOf(terms, MOST_TERMS);
                count = 1;
            }
            terms[count++] = graph.negate(node);
        }

        int node() {
            return graph.add(Arrays.copyOf(terms, count));
        }
    }
}
