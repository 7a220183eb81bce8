package org.kindlin.numerics.sparse;

import java.util.Arrays;

/**
 * Solves (s M − A) x = b for a matrix A of fixed pattern, a diagonal M of ones and zeros, and a number s, many times
 * over. Order and fill are found once; a factorisation only does arithmetic, with pivots on the diagonal. Where a pivot
 * loses nearly all its digits, the matrix is factored densely with row interchanges instead. No allocation after the
 * first dense factorisation. A workspace: not thread-safe.
 */
public final class SparseLu {
    /** A pivot this small beside its row has lost all but three digits. */
    private static final double SMALLEST_PIVOT = 1e-13;

    private static final int LARGEST_DENSE = 3000;

    private final SparsePattern pattern;
    private final int size;
    private final int[] order;
    private final int[] rowStart;
    private final int[] column;
    private final int[] diagonal;
    private final int[] target;
    private final double[] factors;
    private final double[] inversePivot;
    private final double[] work;
    private double[] block = new double[0];
    private final DenseLu dense = new DenseLu();
    private boolean useDense;

    /** A workspace for matrices of this pattern, whose order and fill are found once for all. */
    public SparseLu(SparsePattern pattern) {
        SymbolicLu symbolic = pattern.symbolicLu();
        this.pattern = pattern;
        this.size = pattern.size();
        this.order = symbolic.order();
        this.rowStart = symbolic.rowStart();
        this.column = symbolic.column();
        this.diagonal = symbolic.diagonal();
        this.target = symbolic.target();
        this.factors = new double[column.length];
        this.inversePivot = new double[size];
        this.work = new double[size];
    }

    /** Number of elements of both factors. */
    public int nonZeros() {
        return factors.length;
    }

    /**
     * Factors {@code shift} M − A.
     *
     * @param values the elements of A in the order of the pattern
     * @param shift the number on the diagonal
     * @param mass the diagonal of M
     * @return false where the matrix is singular or not finite
     */
    public boolean factor(double[] values, double shift, double[] mass) {
        load(values, shift, mass);
        useDense = !eliminate();
        if (!useDense) {
            return true;
        }
        if (size > LARGEST_DENSE) {
            return false;
        }
        return dense.factor(pattern, values, shift, mass);
    }

    private void load(double[] values, double shift, double[] mass) {
        Arrays.fill(factors, 0);
        for (int k = 0; k < target.length; k++) {
            factors[target[k]] = -values[k];
        }
        for (int i = 0; i < size; i++) {
            factors[diagonal[i]] += shift * mass[order[i]];
        }
    }

    private boolean eliminate() {
        double[] w = work;
        double[] lu = factors;
        for (int i = 0; i < size; i++) {
            int start = rowStart[i];
            int middle = diagonal[i];
            int end = rowStart[i + 1];
            double largest = 0;
            for (int k = start; k < end; k++) {
                w[column[k]] = lu[k];
                largest = Math.max(largest, Math.abs(lu[k]));
            }
            for (int k = start; k < middle; k++) {
                int row = column[k];
                double factor = w[row] * inversePivot[row];
                lu[k] = factor;
                if (factor != 0) {
                    for (int q = diagonal[row] + 1, last = rowStart[row + 1]; q < last; q++) {
                        w[column[q]] -= factor * lu[q];
                    }
                }
            }
            for (int k = middle; k < end; k++) {
                lu[k] = w[column[k]];
            }
            double pivot = lu[middle];
            if (!(Math.abs(pivot) > SMALLEST_PIVOT * largest) || Double.isInfinite(pivot)) {
                return false;
            }
            inversePivot[i] = 1 / pivot;
        }
        return true;
    }

    /** Replaces b by the solution x. */
    public void solve(double[] b) {
        if (useDense) {
            dense.solve(b);
            return;
        }
        double[] w = work;
        double[] lu = factors;
        for (int i = 0; i < size; i++) {
            double sum = b[order[i]];
            for (int k = rowStart[i], end = diagonal[i]; k < end; k++) {
                sum -= lu[k] * w[column[k]];
            }
            w[i] = sum;
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = w[i];
            for (int k = diagonal[i] + 1, end = rowStart[i + 1]; k < end; k++) {
                sum -= lu[k] * w[column[k]];
            }
            sum *= inversePivot[i];
            w[i] = sum;
            b[order[i]] = sum;
        }
    }

    /** Replaces {@code width} right-hand sides at once, stored row by row, by their solutions. */
    public void solve(double[] b, int width) {
        if (block.length < size * width) {
            block = new double[size * width];
        }
        if (useDense) {
            solveDense(b, width);
            return;
        }
        double[] w = block;
        for (int i = 0; i < size; i++) {
            System.arraycopy(b, order[i] * width, w, i * width, width);
            for (int k = rowStart[i], end = diagonal[i]; k < end; k++) {
                RowUpdate.add(w, i * width, -factors[k], w, column[k] * width, width);
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = diagonal[i] + 1, end = rowStart[i + 1]; k < end; k++) {
                RowUpdate.add(w, i * width, -factors[k], w, column[k] * width, width);
            }
            RowUpdate.scale(w, i * width, inversePivot[i], width);
            System.arraycopy(w, i * width, b, order[i] * width, width);
        }
    }

    private void solveDense(double[] b, int width) {
        double[] one = new double[size];
        for (int c = 0; c < width; c++) {
            for (int i = 0; i < size; i++) {
                one[i] = b[i * width + c];
            }
            dense.solve(one);
            for (int i = 0; i < size; i++) {
                b[i * width + c] = one[i];
            }
        }
    }
}
