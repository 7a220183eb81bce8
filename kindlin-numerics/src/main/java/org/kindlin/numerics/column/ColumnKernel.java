package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;

/** The innermost loops over blocks of columns, in one of two ways that give the same bits. Holds workspaces: one per thread. */
public interface ColumnKernel {
    /** Rows from which on the Vector API is worth its compilation, if the work is done more than once. */
    long WORTH_VECTORS = 500_000;

    /**
     * Takes some columns out of rows of floats.
     *
     * @param data where the rows lie, as the file has them
     * @param count number of rows
     * @param channels of the columns wanted, each less than the number of floats in a row
     * @param columns as many as channels, at least {@code count} long, set
     */
    void split(MemorySegment data, FloatRows rows, int count, int[] channels, float[][] columns);

    /**
     * Weighted sums of columns: {@code sums[s][i] = 0 + w_0 c_0[i] + w_1 c_1[i] + ...}, added in this order, each product fused
     * with its addition (one rounding).
     *
     * @param weights one row per sum, one number per column
     */
    void combine(float[][] columns, double[][] weights, int count, double[][] sums);

    /** The same of columns in double precision. */
    void combine(double[][] columns, double[][] weights, int count, double[][] sums);

    /**
     * Which numbers are at or above a limit.
     *
     * @param reached one bit per number, set; bits past {@code count} are clear
     */
    void reach(double[] values, int count, double limit, long[] reached);

    /**
     * Places of the first numbers of a column, rounded to single precision, written to another from {@code to} on.
     *
     * @return whether all are known; where not, the place is NaN
     */
    boolean place(PlaceTable table, double[] values, int count, float[] places, int to);

    /**
     * Which points are inside a polygon.
     *
     * @param x places, at least as many as the next multiple of 64 to {@code count}
     * @param inside one bit per point, set
     * @param open one bit per point, set: whether it is too near an edge, so that the other bit means nothing
     */
    void classify(PolygonEdges edges, float[] x, float[] y, int count, long[] inside, long[] open);

    /** Columns next to each other, counted from a multiple of this number, that are best split in one call. */
    int together();

    /** Whether arithmetic on many numbers at once is cheaper than looking each of them up. */
    boolean isWide();

    /** Plain loops. */
    static ColumnKernel plain() {
        return new PlainLoops();
    }

    /** The Vector API where its module is present and vectors are wide enough to gain, else plain loops. */
    static ColumnKernel fastest() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present && VectorLoops.isWorthwhile() ? new VectorLoops() : plain();
    }

    /**
     * The kernel for so many rows: plain loops where few, because the Vector API is slow for as long as a million rows take,
     * until it is compiled.
     */
    static ColumnKernel forRows(long rows) {
        return rows < WORTH_VECTORS ? plain() : fastest();
    }
}
