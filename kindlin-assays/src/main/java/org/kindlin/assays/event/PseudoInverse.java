package org.kindlin.assays.event;

/**
 * The Moore-Penrose inverse of a matrix with at least as many columns as rows and full row rank, by Householder
 * triangularisation of its transpose: for a square matrix the inverse.
 */
public final class PseudoInverse {
    private static final double SMALLEST_RATIO = 1e-12;

    private PseudoInverse() {}

    /**
     * The inverse of n rows and m columns, of m rows and n columns.
     *
     * @throws IllegalArgumentException if rows depend on each other, to twelve digits
     */
    public static double[][] of(double[][] matrix) {
        int n = matrix.length;
        int m = matrix[0].length;
        double[][] a = transposed(matrix);
        double[][] q = new double[m][m];
        for (int i = 0; i < m; i++) {
            q[i][i] = 1;
        }
        double largest = 0;
        for (int k = 0; k < n; k++) {
            reflect(a, q, k);
            largest = Math.max(largest, Math.abs(a[k][k]));
        }
        for (int k = 0; k < n; k++) {
            if (!(Math.abs(a[k][k]) > SMALLEST_RATIO * largest)) {
                throw new IllegalArgumentException("rows depend on each other");
            }
        }
        return transposed(solveUpper(a, q, n));
    }

    /** Whether rows are independent, so that {@link #of} answers. */
    public static boolean exists(double[][] matrix) {
        try {
            of(matrix);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }

    /** Makes column k of a zero below the diagonal, and applies the same reflection to q. */
    private static void reflect(double[][] a, double[][] q, int k) {
        double norm = 0;
        for (int i = k; i < a.length; i++) {
            norm = Math.hypot(norm, a[i][k]);
        }
        if (norm == 0) {
            return;
        }
        double[] v = new double[a.length];
        double alpha = a[k][k] > 0 ? -norm : norm;
        double squares = 0;
        for (int i = k; i < a.length; i++) {
            v[i] = a[i][k] - (i == k ? alpha : 0);
            squares += v[i] * v[i];
        }
        for (double[][] target : new double[][][] {a, q}) {
            for (int j = 0; j < target[0].length; j++) {
                double dot = 0;
                for (int i = k; i < a.length; i++) {
                    dot += v[i] * target[i][j];
                }
                double factor = 2 * dot / squares;
                for (int i = k; i < a.length; i++) {
                    target[i][j] -= factor * v[i];
                }
            }
        }
    }

    /** R^-1 times the first n rows of q. */
    private static double[][] solveUpper(double[][] r, double[][] q, int n) {
        int m = q.length;
        double[][] x = new double[n][m];
        for (int j = 0; j < m; j++) {
            for (int i = n - 1; i >= 0; i--) {
                double sum = q[i][j];
                for (int k = i + 1; k < n; k++) {
                    sum -= r[i][k] * x[k][j];
                }
                x[i][j] = sum / r[i][i];
            }
        }
        return x;
    }
}
