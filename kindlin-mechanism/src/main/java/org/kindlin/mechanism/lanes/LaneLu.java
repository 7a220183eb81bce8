package org.kindlin.mechanism.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import org.kindlin.numerics.sparse.SparsePattern;
import org.kindlin.numerics.sparse.SymbolicLu;

/**
 * Factors s I − A and solves, a matrix in each lane: the arithmetic of {@link org.kindlin.numerics.sparse.SparseLu}
 * with pivots on the diagonal. Where it would leave the diagonal, the lane is told to be unfit. A workspace.
 */
final class LaneLu {
    private static final int COUNT = Lanes.COUNT;
    private static final double SMALLEST_PIVOT = 1e-13;

    private final int size;
    private final int[] rowStart;
    private final int[] diagonal;
    /** Of each element of the factors, its column; all places are of slots. */
    private final int[] column;

    private final int[] order;
    /** Of each element of the factors, where it is found in the memory of the Jacobian; negative where it is zero at first. */
    private final int[] source;
    /** For each element left of the diagonal, those that change in its row: pairs of an element of the pivot's row and one of its own. */
    private final int[][] updates;

    private final int inverse;
    private final double[] factors;
    private final double[] work;
    /** Of each row before elimination. */
    private final double[] largest;

    /** @param jacobian where the elements of the pattern stand in the memory */
    LaneLu(SparsePattern pattern, int[] jacobian) {
        SymbolicLu symbolic = pattern.symbolicLu();
        size = pattern.size();
        rowStart = symbolic.rowStart();
        diagonal = symbolic.diagonal();
        column = symbolic.column();
        order = symbolic.order();
        source = new int[column.length];
        Arrays.fill(source, -1);
        for (int k = 0; k < jacobian.length; k++) {
            source[symbolic.target()[k]] = jacobian[k];
        }
        updates = new int[column.length][];
        for (int i = 0; i < size; i++) {
            for (int k = rowStart[i]; k < diagonal[i]; k++) {
                updates[k] = updates(symbolic, i, column[k]);
            }
        }
        inverse = column.length;
        factors = new double[(column.length + size) * COUNT];
        work = new double[size * COUNT];
        largest = new double[size * COUNT];
    }

    private static int[] updates(SymbolicLu symbolic, int row, int pivot) {
        List<Integer> pairs = new ArrayList<>();
        for (int q = symbolic.diagonal()[pivot] + 1; q < symbolic.rowStart()[pivot + 1]; q++) {
            pairs.add(q * COUNT);
            pairs.add(symbolic.element(row, symbolic.column()[q]) * COUNT);
        }
        return pairs.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Factors with the elements of A in the memory.
     *
     * @param shift s, at this place of {@code shifts}
     * @param fitness becomes positive for lanes whose pivots hold
     */
    void factor(double[] memory, double[] shifts, double[] fitness) {
        load(memory, shifts);
        Arrays.fill(fitness, 1);
        for (int i = 0; i < size; i++) {
            int own = i * COUNT;
            Lanes.load(factors, diagonal[i] * COUNT).abs().intoArray(largest, own);
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                DoubleVector magnitude = Lanes.load(factors, k * COUNT).abs();
                Lanes.load(largest, own).max(magnitude).intoArray(largest, own);
            }
            eliminate(i);
            DoubleVector pivot = Lanes.load(factors, diagonal[i] * COUNT);
            DoubleVector bound = Lanes.load(largest, own).mul(SMALLEST_PIVOT);
            DoubleVector margin = pivot.abs().sub(bound).add(pivot.mul(0));
            Lanes.load(fitness, 0).min(margin).intoArray(fitness, 0);
            Lanes.broadcast(1).div(pivot).intoArray(factors, (inverse + i) * COUNT);
        }
    }

    private void load(double[] memory, double[] shifts) {
        for (int k = 0; k < source.length; k++) {
            if (source[k] < 0) {
                Arrays.fill(factors, k * COUNT, k * COUNT + COUNT, 0);
            } else {
                Lanes.load(memory, source[k]).neg().intoArray(factors, k * COUNT);
            }
        }
        DoubleVector shift = Lanes.load(shifts, 0);
        for (int place : diagonal) {
            Lanes.load(factors, place * COUNT).add(shift).intoArray(factors, place * COUNT);
        }
    }

    private void eliminate(int row) {
        double[] lu = factors;
        for (int k = rowStart[row]; k < diagonal[row]; k++) {
            DoubleVector factor = Lanes.load(lu, k * COUNT).mul(Lanes.load(lu, (inverse + column[k]) * COUNT));
            factor.intoArray(lu, k * COUNT);
            int[] pairs = updates[k];
            for (int q = 0; q + 1 < pairs.length; q += 2) {
                int into = pairs[q + 1];
                Lanes.load(lu, into).sub(factor.mul(Lanes.load(lu, pairs[q]))).intoArray(lu, into);
            }
        }
    }

    /** Replaces the right-hand side at this place by the solution. */
    void solve(double[] b, int at) {
        double[] w = work;
        for (int i = 0; i < size; i++) {
            subtract(b, at + order[i] * COUNT, i * COUNT, rowStart[i], diagonal[i]);
        }
        for (int i = size - 1; i >= 0; i--) {
            subtract(w, i * COUNT, i * COUNT, diagonal[i] + 1, rowStart[i + 1]);
            DoubleVector solved = Lanes.load(w, i * COUNT).mul(Lanes.load(factors, (inverse + i) * COUNT));
            solved.intoArray(w, i * COUNT);
            solved.intoArray(b, at + order[i] * COUNT);
        }
    }

    /**
     * Writes an unknown: this element less the elements of the factors times what is solved already, in their order. Most
     * rows have few, and no vector is carried from one turn of a loop to the next, for the reason of {@link LaneSums}.
     */
    private void subtract(double[] from, int at, int unknown, int first, int end) {
        double[] w = work;
        double[] lu = factors;
        int[] of = column;
        int k = first * COUNT;
        switch (Math.min(end - first, 4)) {
            case 0 -> Lanes.load(from, at).intoArray(w, unknown);
            case 1 ->
                Lanes.load(from, at)
                        .sub(Lanes.load(lu, k).mul(Lanes.load(w, of[first] * COUNT)))
                        .intoArray(w, unknown);
            case 2 ->
                Lanes.load(from, at)
                        .sub(Lanes.load(lu, k).mul(Lanes.load(w, of[first] * COUNT)))
                        .sub(Lanes.load(lu, k + COUNT).mul(Lanes.load(w, of[first + 1] * COUNT)))
                        .intoArray(w, unknown);
            case 3 ->
                Lanes.load(from, at)
                        .sub(Lanes.load(lu, k).mul(Lanes.load(w, of[first] * COUNT)))
                        .sub(Lanes.load(lu, k + COUNT).mul(Lanes.load(w, of[first + 1] * COUNT)))
                        .sub(Lanes.load(lu, k + 2 * COUNT).mul(Lanes.load(w, of[first + 2] * COUNT)))
                        .intoArray(w, unknown);
            default -> {
                Lanes.load(from, at)
                        .sub(Lanes.load(lu, k).mul(Lanes.load(w, of[first] * COUNT)))
                        .sub(Lanes.load(lu, k + COUNT).mul(Lanes.load(w, of[first + 1] * COUNT)))
                        .sub(Lanes.load(lu, k + 2 * COUNT).mul(Lanes.load(w, of[first + 2] * COUNT)))
                        .sub(Lanes.load(lu, k + 3 * COUNT).mul(Lanes.load(w, of[first + 3] * COUNT)))
                        .intoArray(w, unknown);
                if (end > first + 4) {
                    subtract(w, unknown, unknown, first + 4, end);
                }
            }
        }
    }
}
