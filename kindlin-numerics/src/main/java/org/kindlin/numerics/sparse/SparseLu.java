package org.kindlin.numerics.sparse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Solves (s M − A) x = b for a matrix A of fixed pattern, a diagonal M of ones and zeros, and a number s, many times
 * over. Order and fill are found once; a factorisation only does arithmetic, with pivots on the diagonal. Where a pivot
 * loses nearly all its digits, the matrix is factored densely with row interchanges instead. After some factorisations code
 * made for the pattern takes over where there is some, with the same results bit for bit. No allocation after that and the
 * first dense factorisation. A workspace: not thread-safe.
 */
public final class SparseLu {
    /** A pivot this small beside its row has lost all but three digits. */
    private static final double SMALLEST_PIVOT = 1e-13;

    private static final int LARGEST_DENSE = 3000;
    private static final int FACTORISATIONS_BEFORE_CODE = 200;

    private final SparsePattern pattern;
    private final int size;
    private final int[] order;
    private final int[] rowStart;
    private final int[] column;
    private final int[] diagonal;
    private final int[] target;
    /** The elements of both factors, then the reciprocals of the pivots. */
    private final double[] factors;

    private final int pivots;
    private final double[] work;
    private final Supplier<Optional<LuKernel>> code;
    private int untilCode = FACTORISATIONS_BEFORE_CODE;
    private @Nullable LuKernel kernel;
    private double[] kernelWork = new double[0];
    private final DenseLu dense = new DenseLu();
    private boolean useDense;

    /** A workspace for matrices of this pattern, whose order and fill are found once for all. */
    public SparseLu(SparsePattern pattern) {
        this(pattern, Optional::empty);
    }

    /**
     * The same with code that is asked for when enough factorisations have been made to be worth it.
     *
     * @param code for this pattern and the M with which matrices will be factored
     */
    public SparseLu(SparsePattern pattern, Supplier<Optional<LuKernel>> code) {
        this.code = code;
        SymbolicLu symbolic = pattern.symbolicLu();
        this.pattern = pattern;
        this.size = pattern.size();
        this.order = symbolic.order();
        this.rowStart = symbolic.rowStart();
        this.column = symbolic.column();
        this.diagonal = symbolic.diagonal();
        this.target = symbolic.target();
        this.pivots = column.length;
        this.factors = new double[column.length + size];
        this.work = new double[size];
    }

    /** Number of elements of both factors. */
    public int nonZeros() {
        return pivots;
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
        if (untilCode >= 0 && untilCode-- == 0) {
            kernel = code.get().orElse(null);
            kernelWork = new double[kernel == null ? 0 : kernel.workSize()];
        }
        if (kernel == null) {
            load(values, shift, mass);
            useDense = !eliminate();
        } else {
            kernel.factor(values, shift, factors, kernelWork);
            useDense = !pivotsHold(values, shift, mass);
        }
        if (!useDense) {
            return true;
        }
        if (size > LARGEST_DENSE) {
            return false;
        }
        return dense.factor(pattern, values, shift, mass);
    }

    private boolean pivotsHold(double[] values, double shift, double[] mass) {
        double largest = Math.abs(shift);
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        // No element of any row is larger, so most matrices need no look at their rows.
        double bound = 2 * SMALLEST_PIVOT * largest;
        for (int i = 0; i < size; i++) {
            double pivot = Math.abs(factors[diagonal[i]]);
            boolean surely = pivot > bound && pivot < Double.POSITIVE_INFINITY;
            if (!surely && !holds(factors[diagonal[i]], largestInRow(i, values, shift, mass))) {
                return false;
            }
        }
        return true;
    }

    private double largestInRow(int i, double[] values, double shift, double[] mass) {
        int row = order[i];
        double largest = Math.abs(shift * mass[row]);
        for (int k = pattern.rowStart(row), end = pattern.rowStart(row + 1); k < end; k++) {
            double value = pattern.column(k) == row ? shift * mass[row] - values[k] : values[k];
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static boolean holds(double pivot, double largest) {
        return Math.abs(pivot) > SMALLEST_PIVOT * largest && !Double.isInfinite(pivot);
    }

    private void load(double[] values, double shift, double[] mass) {
        Arrays.fill(factors, 0, pivots, 0);
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
                double factor = w[row] * lu[pivots + row];
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
            if (!holds(pivot, largest)) {
                return false;
            }
            lu[pivots + i] = 1 / pivot;
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
        if (kernel != null) {
            kernel.solve(lu, b, w, kernelWork);
            System.arraycopy(w, 0, b, 0, size);
            return;
        }
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
            sum *= lu[pivots + i];
            w[i] = sum;
            b[order[i]] = sum;
        }
    }

    /** Replaces columns of right-hand sides by their solutions. */
    public void solve(ColumnKernel kernel, double[] right) {
        if (useDense) {
            solveDense(kernel, right);
        } else {
            kernel.solve(factors, right);
        }
    }

    private void solveDense(ColumnKernel kernel, double[] right) {
        double[] one = new double[size];
        for (int c = 0; c < kernel.columns(); c++) {
            for (int i = 0; i < size; i++) {
                one[i] = right[kernel.place(i, c)];
            }
            dense.solve(one);
            for (int i = 0; i < size; i++) {
                right[kernel.place(i, c)] = one[i];
            }
        }
    }
}
