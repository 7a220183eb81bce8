package org.kindlin.numerics.sigmoid;

import java.util.Arrays;
import org.kindlin.numerics.sigmoid.lane.LaneKernel;
import org.kindlin.numerics.sigmoid.lane.NodeScore;

/** Scores a block of curves on every node of a {@link StartGrid} and keeps the best node of each group. A workspace. */
final class GridScan {
    private static final int BLOCK = DoseMeans.BLOCK;
    /** Bits that a double holds exactly, and some to spare. */
    private static final int WORD = 48;

    private final StartGrid grid;
    /** Dose means in units that make the square of a product a score. */
    private final double[][] scaled;

    private final double[] unit = new double[BLOCK];
    /** The best node of each group: [group][curve of the block]. */
    final double[][] groupBest;
    /** The best node of all. */
    final double[] best = new double[BLOCK];

    /** The groups at whose best node a search starts, bit by bit: [word][curve of the block]. */
    private final double[][] starts;

    private final double[] least = new double[BLOCK];
    private final double[] clear = new double[BLOCK];

    private final LaneKernel kernel;

    GridScan(StartGrid grid, LaneKernel kernel) {
        this.kernel = kernel;
        this.grid = grid;
        this.scaled = new double[grid.byDose.length][BLOCK];
        this.starts = new double[(grid.groups() + WORD - 1) / WORD][BLOCK];
        this.groupBest = new double[grid.groups()][BLOCK];
    }

    /** Scores the block of curves that starts at {@code from}. */
    void run(DoseMeans means, int from) {
        for (int c = 0; c < BLOCK; c++) {
            unit[c] = NodeScore.unit(means.scatter[from + c]);
        }
        for (int d = 0; d < scaled.length; d++) {
            scale(means.mean[d], from, unit, scaled[d]);
        }
        kernel.scan(grid.basis, grid.groupStart, scaled, groupBest, best);
        markStarts();
    }

    /** Sets the nodes at which searches of a curve start, the best node last, and returns their number. */
    int starts(int column, int[] node) {
        int count = 0;
        int last = 0;
        for (int word = 0; word < starts.length; word++) {
            for (long bits = (long) starts[word][column]; bits != 0; bits &= bits - 1) {
                double score = groupBest[word * WORD + Long.numberOfTrailingZeros(bits)][column];
                node[count] = NodeScore.node(score);
                last = score == best[column] ? count : last;
                count++;
            }
        }
        if (count > 1) {
            int nearest = node[last];
            node[last] = node[count - 1];
            node[count - 1] = nearest;
        }
        return count;
    }

    /** {@link StartGrid#isStart} of every group and curve; scores are whole numbers. */
    private void markStarts() {
        StartGrid.leastScores(best, least);
        StartGrid.clear(best, clear);
        for (double[] word : starts) {
            Arrays.fill(word, 0);
        }
        for (int g = 0; g < groupBest.length; g++) {
            double[] below = groupBest[grid.neighbour(g, 0)];
            double[] above = groupBest[grid.neighbour(g, 1)];
            mark(groupBest[g], below, above, least, clear, (double) (1L << g % WORD), starts[g / WORD]);
        }
    }

    private static void mark(
            double[] own, double[] below, double[] above, double[] least, double[] clear, double bit, double[] starts) {
        for (int l = 0; l < BLOCK; l++) {
            double lead = clear[l] * (own[l] - Math.max(below[l], above[l]));
            double start = Math.max(0, Math.min(1, Math.min(own[l] - least[l], lead) + 1));
            starts[l] = Math.fma(bit, start, starts[l]);
        }
    }

    /**
     * Scores a single curve.
     *
     * @return the best node of each group: [group][0], and of all in the last row
     */
    static double[][] ofOne(Replicates data, StartGrid grid) {
        double unit = NodeScore.unit(data.sumOfSquares());
        double centre = data.centre();
        double[] scaled = new double[data.doses()];
        for (int d = 0; d < scaled.length; d++) {
            scaled[d] = unit * (data.mean()[d] - centre);
        }
        double[] product = new double[grid.basis.length];
        NodeScore.multiply(scaled, grid.byDose, product);
        double[][] best = new double[grid.groups() + 1][1];
        for (int g = 0; g < grid.groups(); g++) {
            for (int node = grid.groupStart[g]; node < grid.groupStart[g + 1]; node++) {
                best[g][0] = Math.max(best[g][0], NodeScore.of(product[node], node));
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
}
