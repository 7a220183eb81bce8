package org.kindlin.numerics.hazard;

import java.util.Arrays;

/**
 * Sums of w x and of w x xᵀ over many rows, given by columns.
 *
 * <p>Each sum is kept in as many parts as a block has rows, and the parts are added in the end: the loops have no chain of
 * additions, which lets the compiler use vector registers, and the order of addition does not depend on whether it does.
 */
final class CrossProducts {
    static final int BLOCK = 128;

    private final int terms;
    private final double[] factor = new double[BLOCK];
    private final double[] weighted = new double[BLOCK];
    private final double[][] block;
    private final double[][] first;
    private final double[][] second;

    CrossProducts(int terms) {
        this.terms = terms;
        block = new double[terms][BLOCK];
        first = new double[terms][BLOCK];
        second = new double[terms * (terms + 1) / 2][BLOCK];
    }

    void clear() {
        for (double[] parts : first) {
            Arrays.fill(parts, 0);
        }
        for (double[] parts : second) {
            Arrays.fill(parts, 0);
        }
    }

    /** Adds rows {@code from} to {@code from + count - 1} of these columns, with weights from place 0 on. */
    void add(double[] weight, double[][] column, int from, int count) {
        for (int at = 0; at < count; at += BLOCK) {
            int size = Math.min(BLOCK, count - at);
            System.arraycopy(weight, at, factor, 0, size);
            Arrays.fill(factor, size, BLOCK, 0);
            int packed = 0;
            for (int j = 0; j < terms; j++) {
                System.arraycopy(column[j], from + at, block[j], 0, size);
                multiply(factor, block[j], weighted);
                accumulate(first[j], weighted);
                for (int k = 0; k <= j; k++) {
                    accumulate(second[packed++], weighted, block[k]);
                }
            }
        }
    }

    private static void multiply(double[] a, double[] b, double[] product) {
        for (int i = 0; i < BLOCK; i++) {
            product[i] = a[i] * b[i];
        }
    }

    private static void accumulate(double[] sum, double[] a) {
        for (int i = 0; i < BLOCK; i++) {
            sum[i] += a[i];
        }
    }

    private static void accumulate(double[] sum, double[] a, double[] b) {
        for (int i = 0; i < BLOCK; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    double first(int term) {
        return total(first[term]);
    }

    /** By place in the packed lower triangle. */
    double second(int packed) {
        return total(second[packed]);
    }

    private static double total(double[] parts) {
        double total = 0;
        for (double part : parts) {
            total += part;
        }
        return total;
    }
}
