package org.kindlin.numerics.sigmoid;

/** Cholesky solution of the few equations of a Newton step. */
final class SmallCholesky {
    private static final double LEAST_PIVOT = 1e-14;

    private SmallCholesky() {}

    /**
     * Solves {@code (H + shift D) x = g} over the coordinates not held; the others get zero.
     *
     * @param scale the diagonal D
     * @return false where the matrix is not positive definite
     */
    static boolean solve(double[][] h, double[] scale, double shift, boolean[] held, double[] g, double[] x) {
        int n = g.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = entry(h, scale, shift, held, i, j);
                double diagonal = sum;
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    if (!(sum > LEAST_PIVOT * diagonal) || sum < Double.MIN_NORMAL) {
                        return false;
                    }
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    factor[i][j] = sum / factor[j][j];
                }
            }
        }
        substitute(factor, held, g, x);
        return true;
    }

    private static double entry(double[][] h, double[] scale, double shift, boolean[] held, int i, int j) {
        if (held[i] || held[j]) {
            return i == j ? 1 : 0;
        }
        double unit = scale[i] > 0 ? scale[i] : 1;
        return i == j ? h[i][i] + shift * unit : h[i][j];
    }

    private static void substitute(double[][] factor, boolean[] held, double[] g, double[] x) {
        int n = g.length;
        for (int i = 0; i < n; i++) {
            double sum = held[i] ? 0 : g[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[k][i] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
    }
}
