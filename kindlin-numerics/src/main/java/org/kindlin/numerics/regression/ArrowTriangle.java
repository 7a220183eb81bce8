package org.kindlin.numerics.regression;

import java.util.Arrays;

/**
 * The triangular factor R of a block-arrow matrix: blocks of rows, each with columns of its own and columns that all
 * blocks share.
 *
 * <p>Each block's own columns are made triangular by themselves; what is then left of its rows holds shared columns only,
 * and the left-overs of all blocks, stacked, give the triangle of the shared ones (Å. Björck, Numerical Methods for Least
 * Squares Problems, 1996, section 6.3). The work is linear in the number of blocks. Vectors have the own columns block by
 * block, then the shared ones.
 */
final class ArrowTriangle {
    private final double[][][] blocks;
    private final int[] own;
    private final double[][] last;
    private final int shared;
    private final int size;

    /**
     * Factorises a matrix; its columns are overwritten.
     *
     * @param blocks by block its own columns, then the shared ones, then the right-hand side, all of one length
     * @param own the number of each block's own columns, at most that length
     * @param shared the number of shared columns
     */
    ArrowTriangle(double[][][] blocks, int[] own, int shared) {
        this.blocks = blocks;
        this.own = own;
        this.shared = shared;
        this.size = Arrays.stream(own).sum() + shared;
        int height = 0;
        for (int b = 0; b < blocks.length; b++) {
            Householder.triangulate(blocks[b], steps(b));
            height += steps(b) - own[b];
        }
        this.last = leftOver(Math.max(height, shared));
        Householder.triangulate(last, shared);
    }

    private int steps(int block) {
        return Math.min(blocks[block][0].length, own[block] + shared);
    }

    /** What the blocks' rows leave for the shared columns and the right-hand side. */
    private double[][] leftOver(int height) {
        double[][] columns = new double[shared + 1][height];
        int row = 0;
        for (int b = 0; b < blocks.length; b++) {
            int count = steps(b) - own[b];
            for (int j = 0; j <= shared; j++) {
                int filled = j < shared ? Math.min(j + 1, count) : count;
                System.arraycopy(blocks[b][own[b] + j], own[b], columns[j], row, filled);
            }
            row += count;
        }
        return columns;
    }

    /** The factor of the same matrix with the root of the damping under each column, and zeros on the right. */
    ArrowTriangle damped(double damping) {
        double root = Math.sqrt(damping);
        double[][][] stacked = new double[blocks.length + 1][][];
        for (int b = 0; b < blocks.length; b++) {
            stacked[b] = damped(blocks[b], own[b], root);
        }
        stacked[blocks.length] = damped(last, shared, root);
        return new ArrowTriangle(stacked, Arrays.copyOf(own, blocks.length + 1), shared);
    }

    /** The first rows of a triangle, and below them the root in each of the columns they belong to. */
    private static double[][] damped(double[][] triangle, int rows, double root) {
        double[][] columns = new double[triangle.length][Math.max(1, 2 * rows)];
        for (int j = 0; j < triangle.length; j++) {
            boolean triangular = j < rows;
            System.arraycopy(triangle[j], 0, columns[j], 0, triangular ? j + 1 : rows);
            if (triangular) {
                columns[j][rows + j] = root;
            }
        }
        return columns;
    }

    int size() {
        return size;
    }

    /** The transformed right-hand side, that is what R s shall be. */
    double[] rightHandSide() {
        double[] c = new double[size];
        int at = 0;
        for (int b = 0; b < blocks.length; b++) {
            System.arraycopy(blocks[b][own[b] + shared], 0, c, at, own[b]);
            at += own[b];
        }
        System.arraycopy(last[shared], 0, c, at, shared);
        return c;
    }

    /** Solves R s = c. */
    double[] solve(double[] c) {
        double[] s = c.clone();
        int first = size - shared;
        back(last, shared, s, first);
        int end = first;
        for (int b = blocks.length - 1; b >= 0; b--) {
            int at = end - own[b];
            for (int j = 0; j < shared; j++) {
                double part = s[first + j];
                double[] column = blocks[b][own[b] + j];
                for (int i = 0; i < own[b]; i++) {
                    s[at + i] -= part * column[i];
                }
            }
            back(blocks[b], own[b], s, at);
            end = at;
        }
        return s;
    }

    /** Solves Rᵀ y = v. */
    double[] solveTransposed(double[] v) {
        double[] y = v.clone();
        int first = size - shared;
        int at = 0;
        for (int b = 0; b < blocks.length; b++) {
            forward(blocks[b], own[b], y, at);
            for (int j = 0; j < shared; j++) {
                double[] column = blocks[b][own[b] + j];
                for (int i = 0; i < own[b]; i++) {
                    y[first + j] -= column[i] * y[at + i];
                }
            }
            at += own[b];
        }
        forward(last, shared, y, first);
        return y;
    }

    private static void back(double[][] triangle, int n, double[] s, int at) {
        for (int j = n - 1; j >= 0; j--) {
            s[at + j] /= triangle[j][j];
            for (int i = 0; i < j; i++) {
                s[at + i] -= s[at + j] * triangle[j][i];
            }
        }
    }

    private static void forward(double[][] triangle, int n, double[] y, int at) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                y[at + j] -= triangle[j][i] * y[at + i];
            }
            y[at + j] /= triangle[j][j];
        }
    }

    /**
     * ‖R‖ ‖R⁻¹‖ in Frobenius's norm, at least the ratio of the largest to the smallest singular value; infinite or no
     * number where R is singular.
     */
    double condition() {
        double itself = squares(last, shared, shared);
        double inverse = 0;
        for (int b = 0; b < blocks.length; b++) {
            itself += squares(blocks[b], own[b], own[b] + shared);
            for (int j = 0; j < own[b]; j++) {
                double[] unit = unit(own[b], j);
                back(blocks[b], own[b], unit, 0); // a block's own column of the inverse stays within the block
                inverse += Vectors.dot(unit, unit);
            }
        }
        for (int j = 0; j < shared; j++) {
            double[] column = solve(unit(size, size - shared + j));
            inverse += Vectors.dot(column, column);
        }
        return Math.sqrt(itself * inverse);
    }

    private static double[] unit(int length, int place) {
        double[] unit = new double[length];
        unit[place] = 1;
        return unit;
    }

    private static double squares(double[][] triangle, int rows, int columns) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < Math.min(j + 1, rows); i++) {
                sum += triangle[j][i] * triangle[j][i];
            }
        }
        return sum;
    }
}
