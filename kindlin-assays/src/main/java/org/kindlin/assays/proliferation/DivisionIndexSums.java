package org.kindlin.assays.proliferation;

/** Sums over generations that are no ratios. */
final class DivisionIndexSums {
    private DivisionIndexSums() {}

    /** The cells that all cells descend from: {@code sum N_i / 2^i}. */
    static double precursors(double[] cells) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i] / (1L << i);
        }
        return sum;
    }
}
