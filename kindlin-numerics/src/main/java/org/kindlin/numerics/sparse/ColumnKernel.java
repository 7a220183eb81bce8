package org.kindlin.numerics.sparse;

/**
 * Work on many right-hand sides of one {@link SparsePattern} at once. An array holds all columns in blocks as wide as the
 * hardware works on, its other places are zero or anything finite. Implementations give the same bits. Stateless; may be
 * shared between threads.
 */
public interface ColumnKernel {
    /** The most terms of {@link #combineTwo}. */
    int MOST_TERMS_OF_TWO = 5;

    /** Number of columns. */
    int columns();

    /** Length of an array that holds all of them. */
    int length();

    /** Where a row of a column stands in such an array. */
    int place(int row, int column);

    /** The length of an array of at least so many other numbers that can be combined. */
    int wholeLength(int count);

    /**
     * {@code into} = {@code base} + Σ {@code weights[k] × terms[k]}, added from left to right.
     *
     * @param terms at least as many as there are weights; {@code into} may be {@code base} but none of them
     */
    void combine(double[] base, double[][] terms, double[] weights, double[] into);

    /**
     * Two sums of the same terms: {@code into} = {@code base} + Σ {@code weights[k] × terms[k]}, and {@code into2} =
     * {@code base2} + {@code weights2[0] × extra} + Σ {@code weights2[k + 1] × terms[k]}, added from left to right.
     *
     * @param terms at least as many as there are {@code weights}, of which there are one to {@link #MOST_TERMS_OF_TWO};
     *     neither sum may be one of them
     */
    void combineTwo(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2);

    /** {@code into} += A {@code from}, the elements of A in the order of the pattern. */
    void multiplyAdd(double[] values, double[] from, double[] into);

    /** Replaces right-hand sides by their solutions, given the factors as {@link SparseLu} keeps them. */
    void solve(double[] factors, double[] right);
}
