package org.kindlin.numerics.sparse.columns;

/** Code on a block of columns. Stateless. */
interface ColumnCode {
    /**
     * Runs it.
     *
     * @param elements of a matrix or its factors
     * @param from a block that is read
     * @param into a block that changes, and may be the same
     */
    void run(double[] elements, double[] from, double[] into);
}
