package org.kindlin.numerics.sparse;

import java.util.Arrays;

/** Dense factors with row interchanges, for the rare matrix whose diagonal pivots do not hold. A workspace. */
final class DenseLu {
    private double[][] rows = new double[0][];
    private int[] pivotRow = new int[0];
    private double[] work = new double[0];

    /** Factors {@code shift} M − A; false where that is singular or not finite. */
    boolean factor(SparsePattern pattern, double[] values, double shift, double[] mass) {
        load(pattern, values, shift, mass);
        int n = pattern.size();
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) {
                    best = i;
                }
            }
            double[] pivot = rows[best];
            rows[best] = rows[k];
            rows[k] = pivot;
            int original = pivotRow[best];
            pivotRow[best] = pivotRow[k];
            pivotRow[k] = original;
            if (pivot[k] == 0 || !Double.isFinite(pivot[k])) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                subtract(rows[i], pivot, k, n);
            }
        }
        return true;
    }

    private void load(SparsePattern pattern, double[] values, double shift, double[] mass) {
        int n = pattern.size();
        if (rows.length != n) {
            rows = new double[n][n];
            pivotRow = new int[n];
            work = new double[n];
        }
        for (int i = 0; i < n; i++) {
            double[] row = rows[i];
            Arrays.fill(row, 0);
            for (int k = pattern.rowStart(i); k < pattern.rowStart(i + 1); k++) {
                row[pattern.column(k)] = -values[k];
            }
            row[i] += shift * mass[i];
            pivotRow[i] = i;
        }
    }

    private static void subtract(double[] row, double[] pivot, int k, int n) {
        double factor = row[k] / pivot[k];
        row[k] = factor;
        if (factor != 0) {
            for (int j = k + 1; j < n; j++) {
                row[j] -= factor * pivot[j];
            }
        }
    }

    void solve(double[] b) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            double sum = b[pivotRow[i]];
            for (int j = 0; j < i; j++) {
                sum -= rows[i][j] * work[j];
            }
            work[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = work[i];
            for (int j = i + 1; j < n; j++) {
                sum -= rows[i][j] * work[j];
            }
            work[i] = sum / rows[i][i];
        }
        System.arraycopy(work, 0, b, 0, n);
    }
}
