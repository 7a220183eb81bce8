package org.kindlin.numerics.sparse;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Order of elimination and fill of matrices of one pattern, with pivots on the diagonal; the diagonal is always part of
 * it. Row i below is the i-th to be eliminated; its elements, those of both factors, are {@code rowStart[i]} to
 * {@code rowStart[i + 1] - 1}. The arrays are shared and not to be changed.
 *
 * @param order the row of the matrix that is eliminated i-th
 * @param column of each element, in the order of elimination, ascending
 * @param diagonal the element on the diagonal of each row
 * @param target where each element of the pattern stands among those of the factors
 */
public record SymbolicLu(int[] order, int[] rowStart, int[] column, int[] diagonal, int[] target) {

    static SymbolicLu of(SparsePattern pattern) {
        int size = pattern.size();
        int[] order = MarkowitzOrder.of(pattern);
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            place[order[i]] = i;
        }
        BitSet[] filled = fill(pattern, order, place);
        int[] rowStart = new int[size + 1];
        int[] diagonal = new int[size];
        for (int i = 0; i < size; i++) {
            rowStart[i + 1] = rowStart[i] + filled[i].cardinality();
        }
        int[] column = new int[rowStart[size]];
        for (int i = 0, k = 0; i < size; i++) {
            for (int j = filled[i].nextSetBit(0); j >= 0; j = filled[i].nextSetBit(j + 1)) {
                if (j == i) {
                    diagonal[i] = k;
                }
                column[k++] = j;
            }
        }
        int[] target = new int[pattern.nonZeros()];
        for (int i = 0; i < size; i++) {
            for (int k = pattern.rowStart(i); k < pattern.rowStart(i + 1); k++) {
                int row = place[i];
                target[k] = Arrays.binarySearch(column, rowStart[row], rowStart[row + 1], place[pattern.column(k)]);
            }
        }
        return new SymbolicLu(order, rowStart, column, diagonal, target);
    }

    private static BitSet[] fill(SparsePattern pattern, int[] order, int[] place) {
        int size = pattern.size();
        BitSet[] filled = new BitSet[size];
        for (int i = 0; i < size; i++) {
            BitSet row = new BitSet(size);
            row.set(i);
            int original = order[i];
            for (int k = pattern.rowStart(original); k < pattern.rowStart(original + 1); k++) {
                row.set(place[pattern.column(k)]);
            }
            for (int k = row.nextSetBit(0); k < i; k = row.nextSetBit(k + 1)) {
                for (int j = filled[k].nextSetBit(k + 1); j >= 0; j = filled[k].nextSetBit(j + 1)) {
                    row.set(j);
                }
            }
            filled[i] = row;
        }
        return filled;
    }

    /** How many multiplications one factorisation takes; at most {@code limit}, where counting ends. */
    public long multiplications(long limit) {
        long count = 0;
        for (int row = 0; row < order.length && count < limit; row++) {
            for (int k = rowStart[row]; k < diagonal[row]; k++) {
                count += rowStart[column[k] + 1] - diagonal[column[k]];
            }
        }
        return Math.min(count, limit);
    }

    /** The element in this row and column; negative where there is none. */
    public int element(int row, int columnOfIt) {
        return Arrays.binarySearch(column, rowStart[row], rowStart[row + 1], columnOfIt);
    }
}
