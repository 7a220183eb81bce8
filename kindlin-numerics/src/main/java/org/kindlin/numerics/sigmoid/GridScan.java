package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/** Scores a block of curves on every node of a {@link StartGrid} and keeps the best node of each group. A workspace. */
final class GridScan {
    private static final int BLOCK = DoseMeans.BLOCK;

    private final StartGrid grid;
    /** Dose means in units that make the square of a product a score. */
    private final double[][] scaled;

    private final double[] unit = new double[BLOCK];
    private final double[] product = new double[BLOCK];
    /** The best node of each group: [group][curve of the block]. */
    final double[][] groupBest;
    /** The best node of all. */
    final double[] best = new double[BLOCK];

    GridScan(StartGrid grid) {
        this.grid = grid;
        this.scaled = new double[grid.byDose.length][BLOCK];
        this.groupBest = new double[grid.groups()][BLOCK];
    }

    /** Scores the block of curves that starts at {@code from}. */
    void run(DoseMeans means, int from) {
        for (int c = 0; c < BLOCK; c++) {
            unit[c] = GridScore.unit(means.scatter[from + c]);
        }
        for (int d = 0; d < scaled.length; d++) {
            scale(means.mean[d], from, unit, scaled[d]);
        }
        Arrays.fill(best, 0);
        for (int g = 0; g < groupBest.length; g++) {
            Arrays.fill(groupBest[g], 0);
            for (int node = grid.groupStart[g]; node < grid.groupStart[g + 1]; node++) {
                GridScore.multiply(grid.basis[node], scaled, product);
                keepBest(product, node, groupBest[g]);
            }
            keepGreater(groupBest[g], best);
        }
    }

    /**
     * Scores a single curve.
     *
     * @return the best node of each group: [group][0], and of all in the last row
     */
    static double[][] ofOne(Replicates data, StartGrid grid) {
        double unit = GridScore.unit(data.sumOfSquares());
        double centre = data.centre();
        double[] scaled = new double[data.doses()];
        for (int d = 0; d < scaled.length; d++) {
            scaled[d] = unit * (data.mean()[d] - centre);
        }
        double[] product = new double[grid.basis.length];
        GridScore.multiply(scaled, grid.byDose, product);
        double[][] best = new double[grid.groups() + 1][1];
        for (int g = 0; g < grid.groups(); g++) {
            for (int node = grid.groupStart[g]; node < grid.groupStart[g + 1]; node++) {
                best[g][0] = Math.max(best[g][0], GridScore.of(product[node], node));
            }
            best[grid.groups()][0] = Math.max(best[grid.groups()][0], best[g][0]);
        }
        return best;
    }

    private static void scale(double[] mean, int from, double[] unit, double[] scaled) {
        for (int l = 0; l < BLOCK; l++) {
            scaled[l] = mean[from + l] * unit[l];
        }
    }

    private static void keepBest(double[] product, double node, double[] best) {
        for (int l = 0; l < BLOCK; l++) {
            best[l] = Math.max(best[l], GridScore.of(product[l], node));
        }
    }

    private static void keepGreater(double[] values, double[] best) {
        for (int l = 0; l < BLOCK; l++) {
            best[l] = Math.max(best[l], values[l]);
        }
    }
}
