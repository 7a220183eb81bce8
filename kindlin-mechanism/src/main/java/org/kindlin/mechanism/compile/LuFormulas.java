package org.kindlin.mechanism.compile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sparse.LuKernel;
import org.kindlin.numerics.sparse.SparsePattern;
import org.kindlin.numerics.sparse.SymbolicLu;

/**
 * Factorisation and solution of the linear systems of a stiff integrator as formulas of the matrix' elements, compiled when
 * first asked for: symbolic once a model, then straight-line arithmetic in the order in which
 * {@link org.kindlin.numerics.sparse.SparseLu} does it. Thread-safe.
 */
public final class LuFormulas {
    /** Larger ones are left to loops over indices: code of megabytes is compiled late and runs from slow memory. */
    private static final int MOST_MULTIPLICATIONS = 12_000;

    private static final double[] NONE = new double[0];

    private final SparsePattern pattern;
    private final boolean[] algebraic;
    private boolean made;
    private @Nullable LuKernel kernel;

    LuFormulas(SparsePattern pattern, boolean[] algebraic) {
        this.pattern = pattern;
        this.algebraic = algebraic.clone();
    }

    /** The code; empty where the factors are too large for it. */
    public synchronized Optional<LuKernel> kernel() {
        if (!made) {
            made = true;
            SymbolicLu symbolic = pattern.symbolicLu();
            if (symbolic.multiplications(MOST_MULTIPLICATIONS) < MOST_MULTIPLICATIONS) {
                kernel = new Code(factors(symbolic), solution(symbolic));
            }
        }
        return Optional.ofNullable(kernel);
    }

    private record Code(Formulas factors, Formulas solution) implements LuKernel {
        @Override
        public int workSize() {
            return Math.max(factors.workSize(), solution.workSize());
        }

        @Override
        public void factor(double[] values, double shift, double[] into, double[] work) {
            factors.kernel().evaluate(shift, values, NONE, NONE, work, into);
        }

        @Override
        public void solve(double[] from, double[] right, double[] solved, double[] work) {
            solution.kernel().evaluate(0, right, from, NONE, work, solved);
        }
    }

    /** The matrix' elements are the states of these formulas, the shift is their time. */
    private Formulas factors(SymbolicLu symbolic) {
        Graph graph = new Graph();
        int size = pattern.size();
        int elements = symbolic.column().length;
        int[] node = new int[elements + size];
        Arrays.fill(node, 0, elements, graph.constant(0));
        for (int k = 0; k < symbolic.target().length; k++) {
            node[symbolic.target()[k]] = graph.negate(graph.state(k));
        }
        for (int i = 0; i < size; i++) {
            int diagonal = symbolic.diagonal()[i];
            if (!algebraic[symbolic.order()[i]]) {
                node[diagonal] = graph.add(node[diagonal], graph.time());
            }
        }
        for (int i = 0; i < size; i++) {
            eliminate(graph, symbolic, i, node);
            node[elements + i] = graph.divide(graph.constant(1), node[symbolic.diagonal()[i]]);
        }
        return Formulas.compiled(graph, node);
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

    /** The right-hand side is the states of these formulas, the factors are their parameters. */
    private Formulas solution(SymbolicLu symbolic) {
        Graph graph = new Graph();
        int size = pattern.size();
        int[] node = new int[size];
        int[] solved = new int[size];
        for (int i = 0; i < size; i++) {
            Difference difference = new Difference(graph, graph.state(symbolic.order()[i]));
            IntStream.range(symbolic.rowStart()[i], symbolic.diagonal()[i])
                    .forEach(k -> difference.subtract(graph.multiply(graph.parameter(k), node[symbolic.column()[k]])));
            node[i] = difference.node();
        }
        for (int i = size - 1; i >= 0; i--) {
            Difference difference = new Difference(graph, node[i]);
            IntStream.range(symbolic.diagonal()[i] + 1, symbolic.rowStart()[i + 1])
                    .forEach(k -> difference.subtract(graph.multiply(graph.parameter(k), node[symbolic.column()[k]])));
            node[i] = graph.multiply(difference.node(), graph.parameter(symbolic.column().length + i));
            solved[symbolic.order()[i]] = node[i];
        }
        return Formulas.compiled(graph, solved);
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
