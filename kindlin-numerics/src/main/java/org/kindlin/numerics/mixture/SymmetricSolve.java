package org.kindlin.numerics.mixture;

import java.util.Arrays;

/** Symmetric positive semidefinite equations of a scoring step, scaled to a unit diagonal. */
final class SymmetricSolve {
    /** Pivots below this share of the diagonal belong to directions that the data say nothing about. */
    private static final double LEAST_PIVOT = 1e-10;

    private SymmetricSolve() {}

    /** Solves {@code (A + damping diag(A)) x = g} over what is not held. */
    static double[] damped(double[][] a, boolean[] held, double damping, double[] g) {
        double[] scale = scale(a, held);
        double[][] factor = factor(a, scale, damping);
        int n = g.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = g[i] * scale[i];
        }
        substitute(factor, x);
        for (int i = 0; i < n; i++) {
            x[i] *= scale[i];
        }
        return x;
    }

    /** The inverse over what is not held; zero elsewhere and for directions without information. */
    static double[][] inverse(double[][] a, boolean[] held) {
        double[] scale = scale(a, held);
        double[][] factor = factor(a, scale, 0);
        int n = a.length;
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] x = new double[n];
            x[j] = scale[j];
            substitute(factor, x);
            for (int i = 0; i < n; i++) {
                inverse[i][j] = x[i] * scale[i];
            }
        }
        return inverse;
    }

    private static double[] scale(double[][] a, boolean[] held) {
        double[] scale = new double[a.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = held[i] || !(a[i][i] > 0) ? 0 : 1 / Math.sqrt(a[i][i]);
        }
        return scale;
    }

    /** Cholesky's factor of the scaled matrix; a zero on the diagonal marks what is left out. */
    private static double[][] factor(double[][] a, double[] scale, double damping) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] * scale[i] * scale[j] * (i == j ? 1 + damping : 1);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = scale[i] > 0 && sum > LEAST_PIVOT ? Math.sqrt(sum) : 0;
                } else {
                    l[i][j] = l[j][j] > 0 ? sum / l[j][j] : 0;
                }
            }
            if (l[i][i] == 0) {
                Arrays.fill(l[i], 0);
            }
        }
        return l;
    }

    private static void substitute(double[][] l, double[] x) {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * x[k];
            }
            x[i] = l[i][i] > 0 ? sum / l[i][i] : 0;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = l[i][i] > 0 ? sum / l[i][i] : 0;
        }
    }
}
