package org.kindlin.numerics.survival;

/**
 * d' V⁻ d of a symmetric non-negative matrix by pivoted Cholesky factorisation; directions of no variance are left out.
 *
 * @param rank of V
 */
public record QuadraticForm(double value, int rank) {
    private static final double LEAST_PIVOT = 1e-10;

    public static QuadraticForm of(double[][] matrix, double[] d) {
        int n = d.length;
        double[][] v = new double[n][];
        for (int i = 0; i < n; i++) {
            v[i] = matrix[i].clone();
        }
        double[] rest = d.clone();
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, v[i][i]);
        }
        boolean[] used = new boolean[n];
        double value = 0;
        int rank = 0;
        for (int step = 0; step < n; step++) {
            int pivot = pivot(v, used);
            if (!(v[pivot][pivot] > LEAST_PIVOT * largest)) {
                break;
            }
            used[pivot] = true;
            value += rest[pivot] * rest[pivot] / v[pivot][pivot];
            rank++;
            eliminate(v, rest, used, pivot);
        }
        return new QuadraticForm(value, rank);
    }

    private static int pivot(double[][] v, boolean[] used) {
        int best = -1;
        for (int i = 0; i < v.length; i++) {
            if (!used[i] && (best < 0 || v[i][i] > v[best][best])) {
                best = i;
            }
        }
        return best;
    }

    private static void eliminate(double[][] v, double[] rest, boolean[] used, int pivot) {
        for (int i = 0; i < v.length; i++) {
            if (used[i]) {
                continue;
            }
            double factor = v[i][pivot] / v[pivot][pivot];
            rest[i] -= factor * rest[pivot];
            for (int j = 0; j < v.length; j++) {
                if (!used[j]) {
                    v[i][j] -= factor * v[pivot][j];
                }
            }
        }
    }
}
