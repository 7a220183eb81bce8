package org.kindlin.numerics.hazard;

/** Cholesky factor of a small symmetric matrix packed by row, lower triangle. */
final class PackedCholesky {
    private static final double LEAST_PIVOT = 1e-11;

    private final int n;
    private final double[][] factor;
    /** First row that depends on those before it; -1 where the matrix is positive definite. */
    private int dependent = -1;

    private PackedCholesky(int n) {
        this.n = n;
        factor = new double[n][n];
    }

    static PackedCholesky of(double[] packed, int n) {
        PackedCholesky cholesky = new PackedCholesky(n);
        int at = 0;
        for (int i = 0; i < n && cholesky.dependent < 0; i++) {
            for (int j = 0; j <= i; j++) {
                double diagonal = packed[at++];
                double sum = diagonal;
                for (int k = 0; k < j; k++) {
                    sum -= cholesky.factor[i][k] * cholesky.factor[j][k];
                }
                if (i == j && !(sum > LEAST_PIVOT * diagonal && sum > 0)) {
                    cholesky.dependent = i;
                    break;
                }
                cholesky.factor[i][j] = i == j ? Math.sqrt(sum) : sum / cholesky.factor[j][j];
            }
        }
        return cholesky;
    }

    boolean isPositiveDefinite() {
        return dependent < 0;
    }

    int dependent() {
        return dependent;
    }

    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    double[][] inverse() {
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 2 * StrictMath.log(factor[i][i]);
        }
        return sum;
    }
}
