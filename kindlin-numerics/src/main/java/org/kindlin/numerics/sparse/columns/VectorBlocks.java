package org.kindlin.numerics.sparse.columns;

import org.kindlin.numerics.sparse.ColumnKernel;

/**
 * Columns in blocks of a whole vector, the last few in one of half a vector where they fit. Products and solutions are
 * straight-line code made for the pattern; sums run over all blocks at once.
 */
final class VectorBlocks implements ColumnKernel {
    private static final int WIDTH = VectorColumns.WIDTH;
    private static final int HALF_WIDTH = VectorColumns.HALF_WIDTH;

    private final int columns;
    private final int length;
    private final int stride;
    /** Where the last whole block ends. */
    private final int wholeEnd;

    private final ColumnCode product;
    private final ColumnCode solution;
    private final boolean anyHalf;
    private final ColumnCode halfProduct;
    private final ColumnCode halfSolution;

    VectorBlocks(int rows, int columns, VectorColumns codes) {
        this.columns = columns;
        this.stride = rows * WIDTH;
        int rest = columns % WIDTH;
        this.anyHalf = rest > 0 && rest <= HALF_WIDTH;
        int wholeBlocks = columns / WIDTH + (rest > HALF_WIDTH ? 1 : 0);
        this.wholeEnd = wholeBlocks * stride;
        this.length = wholeLength(wholeEnd + (anyHalf ? rows * HALF_WIDTH : 0));
        VectorColumns.Codes whole = wholeBlocks > 0 ? codes.whole() : codes.half();
        VectorColumns.Codes half = anyHalf ? codes.half() : whole;
        this.product = whole.product();
        this.solution = whole.solution();
        this.halfProduct = half.product();
        this.halfSolution = half.solution();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int place(int row, int column) {
        int from = column / WIDTH * stride;
        int width = from < wholeEnd ? WIDTH : HALF_WIDTH;
        return from + row * width + column % WIDTH;
    }

    @Override
    public int wholeLength(int count) {
        return (count + WIDTH - 1) / WIDTH * WIDTH;
    }

    @Override
    public void combine(double[] base, double[][] terms, double[] weights, double[] into) {
        VectorSums.of(base, terms, weights, into);
    }

    @Override
    public void combineTwo(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        VectorPairs.of(terms, base, weights, into, base2, extra, weights2, into2);
    }

    @Override
    public void multiplyAdd(double[] values, double[] from, double[] into) {
        for (int at = 0; at < wholeEnd; at += stride) {
            product.run(values, from, into, at);
        }
        if (anyHalf) {
            halfProduct.run(values, from, into, wholeEnd);
        }
    }

    @Override
    public void solve(double[] factors, double[] right) {
        for (int at = 0; at < wholeEnd; at += stride) {
            solution.run(factors, right, right, at);
        }
        if (anyHalf) {
            halfSolution.run(factors, right, right, wholeEnd);
        }
    }
}
