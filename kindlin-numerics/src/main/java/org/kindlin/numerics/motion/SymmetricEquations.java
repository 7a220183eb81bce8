package org.kindlin.numerics.motion;

/** A few symmetric equations by Gauss's elimination with pivots on the diagonal. */
final class SymmetricEquations {
    private static final double LEAST_PIVOT = 1e-12;

    private SymmetricEquations() {}

    /** The solution over what is not held; zero for the rest and for equations that say nothing. */
    static double[] solve(double[][] matrix, double[] right, boolean[] held) {
        int n = right.length;
        double[][] a = new double[n][];
        double[] b = right.clone();
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        boolean[] done = held.clone();
        int[] order = new int[n];
        int used = 0;
        for (int round = 0; round < n; round++) {
            int pivot = largest(a, done);
            if (pivot < 0 || !(Math.abs(a[pivot][pivot]) > LEAST_PIVOT * Math.abs(matrix[pivot][pivot]))) {
                break;
            }
            done[pivot] = true;
            order[used++] = pivot;
            for (int i = 0; i < n; i++) {
                if (!done[i]) {
                    double factor = a[i][pivot] / a[pivot][pivot];
                    for (int j = 0; j < n; j++) {
                        a[i][j] -= factor * a[pivot][j];
                    }
                    b[i] -= factor * b[pivot];
                }
            }
        }
        double[] x = new double[n];
        for (int k = used - 1; k >= 0; k--) {
            int i = order[k];
            double sum = b[i];
            for (int later = k + 1; later < used; later++) {
                sum -= a[i][order[later]] * x[order[later]];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }

    private static int largest(double[][] a, boolean[] done) {
        int best = -1;
        for (int i = 0; i < a.length; i++) {
            if (!done[i] && (best < 0 || Math.abs(a[i][i]) > Math.abs(a[best][best]))) {
                best = i;
            }
        }
        return best;
    }
}
