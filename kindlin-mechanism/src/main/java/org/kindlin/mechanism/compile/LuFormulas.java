package org.kindlin.mechanism.compile;

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
        int[] elements =
                IntStream.range(0, symbolic.target().length).map(graph::state).toArray();
        return Formulas.compiled(graph, LuGraph.factors(graph, symbolic, elements, graph.time(), algebraic));
    }

    /** The right-hand side is the states of these formulas, the factors are their parameters. */
    private Formulas solution(SymbolicLu symbolic) {
        Graph graph = new Graph();
        int[] right = IntStream.range(0, pattern.size()).map(graph::state).toArray();
        int[] factors = IntStream.range(0, symbolic.column().length + pattern.size())
                .map(graph::parameter)
                .toArray();
        return Formulas.compiled(graph, LuGraph.solution(graph, symbolic, factors, right));
    }
}
