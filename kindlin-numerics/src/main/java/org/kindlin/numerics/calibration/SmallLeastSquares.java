package org.kindlin.numerics.calibration;

import java.util.Optional;

/**
 * The least-squares solution of a few columns by modified Gram-Schmidt (Å. Björck, Numerical Methods for Least Squares
 * Problems, 1996, section 2.4), with {@code (A'A)^-1}.
 */
@SuppressWarnings("ArrayRecordComponent")
record SmallLeastSquares(double[] solution, double[][] inverse) {
    /** A column whose part outside the others is smaller than this share of it counts as one of them. */
    private static final double DEPENDENT = 1e-10;

    /** Solves for the columns given; empty where they depend on each other. Columns and right side are overwritten. */
    static Optional<SmallLeastSquares> solve(double[][] columns, double[] rightSide) {
        int n = columns.length;
        double[][] r = new double[n][n];
        double[] projected = new double[n];
        for (int k = 0; k < n; k++) {
            double before = norm(columns[k]);
            for (int j = 0; j < k; j++) {
                r[j][k] = dot(columns[j], columns[k]);
                subtract(columns[k], r[j][k], columns[j]);
            }
            r[k][k] = norm(columns[k]);
            if (!(r[k][k] > DEPENDENT * Math.max(before, Double.MIN_NORMAL))) {
                return Optional.empty();
            }
            for (int i = 0; i < columns[k].length; i++) {
                columns[k][i] /= r[k][k];
            }
            projected[k] = dot(columns[k], rightSide);
            subtract(rightSide, projected[k], columns[k]);
        }
        double[][] upper = invertUpper(r);
        return Optional.of(new SmallLeastSquares(times(upper, projected), timesTransposed(upper)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void subtract(double[] from, double factor, double[] column) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * column[i];
        }
    }

    private static double[][] invertUpper(double[][] r) {
        int n = r.length;
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n; column++) {
            inverse[column][column] = 1 / r[column][column];
            for (int row = column - 1; row >= 0; row--) {
                double sum = 0;
                for (int k = row + 1; k <= column; k++) {
                    sum += r[row][k] * inverse[k][column];
                }
                inverse[row][column] = -sum / r[row][row];
            }
        }
        return inverse;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = dot(matrix[i], vector);
        }
        return result;
    }

    private static double[][] timesTransposed(double[][] matrix) {
        int n = matrix.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = dot(matrix[i], matrix[j]);
            }
        }
        return result;
    }
}
