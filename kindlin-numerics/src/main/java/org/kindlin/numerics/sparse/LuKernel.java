package org.kindlin.numerics.sparse;

/**
 * Code that factors s M − A and solves with the factors for one pattern and one M, with pivots on the diagonal: the same
 * arithmetic as {@link SparseLu}'s own, without its indices. Stateless; may be shared between threads.
 */
public interface LuKernel {
    /** Length of the scratch array that it needs. */
    int workSize();

    /**
     * Writes the elements of both factors as {@link SymbolicLu} orders them, then the reciprocals of the pivots.
     *
     * @param values the elements of A in the order of the pattern
     */
    void factor(double[] values, double shift, double[] factors, double[] work);

    /** Writes the solution for a right-hand side, both in the order of the rows of A. */
    void solve(double[] factors, double[] right, double[] solution, double[] work);
}
