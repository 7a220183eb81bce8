package org.kindlin.numerics.sparse;

/**
 * Work on many right-hand sides at once, in blocks of {@link #width} columns, for one {@link SparsePattern}. A block is an
 * array of {@code width} numbers for each row of the matrix. Implementations give the same bits. Stateless; may be shared
 * between threads.
 */
public interface ColumnKernel {
    /** Number of columns of a block. */
    int width();

    /**
     * {@code into} = {@code base} + Σ {@code weights[k] × terms[k]}, added from left to right.
     *
     * @param terms at least as many as there are weights; {@code into} may be {@code base} but none of them
     */
    void combine(double[] base, double[][] terms, double[] weights, double[] into);

    /** {@code into} += A {@code block}, the elements of A in the order of the pattern. */
    void multiplyAdd(double[] values, double[] block, double[] into);

    /** Replaces a block of right-hand sides by their solutions, given the factors as {@link SparseLu} keeps them. */
    void solve(double[] factors, double[] block);
}
