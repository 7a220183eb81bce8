package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Scores a block of curves on every node of a {@link BatchGrid} and keeps the best node of each group. Score and node
 * travel in one double: the explained share in units of {@code 2^-38}, times 4096, plus the number of the node, so that
 * the comparison is a plain maximum. A workspace.
 */
final class GridScan {
    private static final int BLOCK = DoseMeans.BLOCK;
    private static final double INDEX_SPAN = 4096;
    private static final double RESOLUTION = 1L << 38;
    /** 1.5 x 2^52: adding and subtracting it rounds to a whole number. */
    private static final double ROUNDER = 6755399441055744.0;

    private static final int STRIDE = 5;

    private final BatchGrid grid;
    /** Dose means in units that make the square of a product a score. */
    private final double[][] scaled;

    private final double[] unit = new double[BLOCK];
    private final double[] product = new double[BLOCK];
    /** The best node of each group: [group][curve of the block]. */
    final double[][] groupBest;
    /** The best node of all. */
    final double[] best = new double[BLOCK];

    GridScan(BatchGrid grid) {
        if (grid.basis.length > INDEX_SPAN) {
            throw new IllegalArgumentException("too many grid nodes: " + grid.basis.length);
        }
        this.grid = grid;
        int doses = grid.basis[0].length;
        this.scaled = new double[(doses + STRIDE - 1) / STRIDE * STRIDE][BLOCK];
        this.groupBest = new double[grid.groups()][BLOCK];
    }

    /** The share of the scatter that a node leaves unexplained. */
    static double unexplained(double best) {
        return 1 - best / INDEX_SPAN / RESOLUTION;
    }

    static int node(double best) {
        return (int) (best % INDEX_SPAN);
    }

    /** Scores the block of curves that starts at {@code from}. */
    void run(DoseMeans means, int from) {
        for (int c = 0; c < BLOCK; c++) {
            double squares = means.scatter[from + c];
            unit[c] = squares > 0 ? Math.sqrt(RESOLUTION / squares) : 0;
        }
        for (int d = 0; d < means.mean.length; d++) {
            scale(means.mean[d], from, unit, scaled[d]);
        }
        Arrays.fill(best, 0);
        for (int g = 0; g < groupBest.length; g++) {
            Arrays.fill(groupBest[g], 0);
            for (int node = grid.groupStart[g]; node < grid.groupStart[g + 1]; node++) {
                score(grid.basis[node]);
                keepBest(product, node, groupBest[g]);
            }
            keepGreater(groupBest[g], best);
        }
    }

    private static void scale(double[] mean, int from, double[] unit, double[] scaled) {
        for (int l = 0; l < BLOCK; l++) {
            scaled[l] = mean[from + l] * unit[l];
        }
    }

    private void score(double[] basis) {
        Arrays.fill(product, 0);
        for (int d = 0; d < scaled.length; d += STRIDE) {
            addProducts(basis, d, product);
        }
    }

    private void addProducts(double[] basis, int d, double[] into) {
        addProducts(
                basis[d],
                at(basis, d + 1),
                at(basis, d + 2),
                at(basis, d + 3),
                at(basis, d + 4),
                scaled[d],
                scaled[d + 1],
                scaled[d + 2],
                scaled[d + 3],
                scaled[d + 4],
                into);
    }

    private static double at(double[] basis, int d) {
        return d < basis.length ? basis[d] : 0;
    }

    private static void addProducts(
            double u,
            double v,
            double w,
            double x,
            double y,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] e,
            double[] product) {
        for (int l = 0; l < BLOCK; l++) {
            double sum = Math.fma(u, a[l], Math.fma(v, b[l], product[l]));
            product[l] = Math.fma(w, c[l], Math.fma(x, d[l], Math.fma(y, e[l], sum)));
        }
    }

    private static void keepBest(double[] product, double node, double[] best) {
        for (int l = 0; l < BLOCK; l++) {
            double whole = Math.fma(product[l], product[l], ROUNDER) - ROUNDER;
            best[l] = Math.max(best[l], Math.fma(whole, INDEX_SPAN, node));
        }
    }

    private static void keepGreater(double[] values, double[] best) {
        for (int l = 0; l < BLOCK; l++) {
            best[l] = Math.max(best[l], values[l]);
        }
    }
}
