package org.kindlin.numerics.sparse;

import java.util.BitSet;

/**
 * An order of elimination with little fill for pivots on the diagonal: at every step the remaining row and column with
 * the smallest (elements of the row − 1) × (elements of the column − 1), with the fill of the steps before (H. M.
 * Markowitz, Management Science 3:255, 1957). Ties go to the lower number, so the order is the same everywhere. Exact
 * counts on bit sets: memory is size²/4 bytes.
 */
final class MarkowitzOrder {
    private final int size;
    private final BitSet[] rows;
    private final BitSet[] columns;
    private final int[] rowCount;
    private final int[] columnCount;

    private MarkowitzOrder(SparsePattern pattern) {
        size = pattern.size();
        rows = new BitSet[size];
        columns = new BitSet[size];
        rowCount = new int[size];
        columnCount = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = pattern.row(i);
            rows[i].set(i);
            columns[i] = new BitSet(size);
        }
        for (int i = 0; i < size; i++) {
            rowCount[i] = rows[i].cardinality();
            for (int j = rows[i].nextSetBit(0); j >= 0; j = rows[i].nextSetBit(j + 1)) {
                columns[j].set(i);
                columnCount[j]++;
            }
        }
    }

    /** The rows in the order in which they are eliminated. */
    static int[] of(SparsePattern pattern) {
        return new MarkowitzOrder(pattern).order();
    }

    private int[] order() {
        int[] order = new int[size];
        BitSet left = new BitSet(size);
        left.set(0, size);
        for (int step = 0; step < size; step++) {
            int pivot = cheapest(left);
            order[step] = pivot;
            left.clear(pivot);
            eliminate(pivot);
        }
        return order;
    }

    private int cheapest(BitSet left) {
        int best = -1;
        long bestCost = Long.MAX_VALUE;
        for (int i = left.nextSetBit(0); i >= 0 && bestCost > 0; i = left.nextSetBit(i + 1)) {
            long cost = (rowCount[i] - 1L) * (columnCount[i] - 1L);
            if (cost < bestCost) {
                bestCost = cost;
                best = i;
            }
        }
        return best;
    }

    private void eliminate(int pivot) {
        BitSet row = rows[pivot];
        BitSet column = columns[pivot];
        row.clear(pivot);
        column.clear(pivot);
        for (int j = row.nextSetBit(0); j >= 0; j = row.nextSetBit(j + 1)) {
            columns[j].clear(pivot);
            columns[j].or(column);
            columnCount[j] = columns[j].cardinality();
        }
        for (int i = column.nextSetBit(0); i >= 0; i = column.nextSetBit(i + 1)) {
            rows[i].clear(pivot);
            rows[i].or(row);
            rowCount[i] = rows[i].cardinality();
        }
    }
}
