package org.kindlin.numerics.sparse;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a square matrix may differ from zero, by compressed rows: the columns of row i are {@code column[rowStart[i]]}
 * to {@code column[rowStart[i + 1] - 1]}, ascending. Values of such a matrix are one array in this order. Immutable.
 */
public final class SparsePattern {
    private final int size;
    private final int[] rowStart;
    private final int[] column;
    private volatile @Nullable SymbolicLu symbolicLu;

    private SparsePattern(int size, int[] rowStart, int[] column) {
        this.size = size;
        this.rowStart = rowStart;
        this.column = column;
    }

    /** The pattern of these rows, each the set of its columns. */
    public static SparsePattern ofRows(BitSet[] rows) {
        int[] start = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length() > rows.length) {
                throw new IllegalArgumentException("row " + i + " reaches beyond the matrix");
            }
            start[i + 1] = start[i] + rows[i].cardinality();
        }
        int[] column = new int[start[rows.length]];
        int k = 0;
        for (BitSet row : rows) {
            for (int j = row.nextSetBit(0); j >= 0; j = row.nextSetBit(j + 1)) {
                column[k++] = j;
            }
        }
        return new SparsePattern(rows.length, start, column);
    }

    /** Every element may differ from zero. */
    public static SparsePattern dense(int size) {
        int[] start = new int[size + 1];
        int[] column = new int[size * size];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + size;
            for (int j = 0; j < size; j++) {
                column[i * size + j] = j;
            }
        }
        return new SparsePattern(size, start, column);
    }

    /** Number of rows, and of columns. */
    public int size() {
        return size;
    }

    /** Number of elements that may differ from zero. */
    public int nonZeros() {
        return column.length;
    }

    /** Index of the first element of a row; that of row {@link #size()} is the number of elements. */
    public int rowStart(int row) {
        return rowStart[row];
    }

    /** Column of the element at this index. */
    public int column(int index) {
        return column[index];
    }

    /** Index of an element, negative where it is always zero. */
    public int index(int row, int column) {
        int found = Arrays.binarySearch(this.column, rowStart[row], rowStart[row + 1], column);
        return Math.max(found, -1);
    }

    /** The columns of a row as a set. */
    public BitSet row(int row) {
        BitSet set = new BitSet(size);
        for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
            set.set(column[k]);
        }
        return set;
    }

    /** Matrix times vector: {@code product} = A {@code vector}. */
    public void multiply(double[] values, double[] vector, double[] product) {
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                sum += values[k] * vector[column[k]];
            }
            product[i] = sum;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparsePattern that
                && Arrays.equals(rowStart, that.rowStart)
                && Arrays.equals(column, that.column);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rowStart) + Arrays.hashCode(column);
    }

    /** Order and fill of factors of such matrices, found when first asked for. */
    public SymbolicLu symbolicLu() {
        SymbolicLu known = symbolicLu;
        if (known == null) {
            known = SymbolicLu.of(this);
            symbolicLu = known;
        }
        return known;
    }
}
