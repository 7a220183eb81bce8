package org.kindlin.numerics.sparse.columns;

/** Code on a block of columns. Stateless. */
interface ColumnCode {
    /**
     * Runs it.
     *
     * @param elements of a matrix or its factors
     * @param from columns that are read
     * @param into columns that change, and may be the same
     * @param at where the block begins in both
     */
    void run(double[] elements, double[] from, double[] into, int at);
}
