package org.kindlin.numerics.mixed;

import java.util.Arrays;

/**
 * The free entries of the relative covariance D = ΛΛᵀ of q random effects and of its lower-triangular factor Λ.
 *
 * <p>Both are listed by columns of the lower triangle: (1,1), (2,1), (2,2) for two correlated effects; only the diagonal where
 * they are uncorrelated.
 */
final class CovarianceShape {
    private final int q;
    private final int[] rows;
    private final int[] columns;

    CovarianceShape(int q, RandomStructure structure) {
        this.q = q;
        int count = structure == RandomStructure.CORRELATED ? q * (q + 1) / 2 : q;
        rows = new int[count];
        columns = new int[count];
        int next = 0;
        for (int column = 0; column < q; column++) {
            int last = structure == RandomStructure.CORRELATED ? q : column + 1;
            for (int row = column; row < last; row++) {
                rows[next] = row;
                columns[next++] = column;
            }
        }
    }

    int size() {
        return rows.length;
    }

    int effects() {
        return q;
    }

    int row(int entry) {
        return rows[entry];
    }

    int column(int entry) {
        return columns[entry];
    }

    boolean isDiagonal(int entry) {
        return rows[entry] == columns[entry];
    }

    double[] factor(double[] theta) {
        double[] factor = new double[q * q];
        for (int k = 0; k < theta.length; k++) {
            factor[rows[k] * q + columns[k]] = theta[k];
        }
        return factor;
    }

    double[] covariance(double[] theta) {
        double[] transposed = SmallMatrix.transpose(factor(theta), q, q);
        return SmallMatrix.transposedProduct(transposed, transposed, q, q, q);
    }

    /** The derivative of D by an entry of Λ: e_a Λ_bᵀ + Λ_b e_aᵀ. */
    double[] slope(double[] theta, int entry) {
        double[] factor = factor(theta);
        double[] slope = new double[q * q];
        int a = rows[entry];
        int b = columns[entry];
        for (int i = 0; i < q; i++) {
            slope[a * q + i] += factor[i * q + b];
            slope[i * q + a] += factor[i * q + b];
        }
        return slope;
    }

    /** The second derivative of D by two entries of Λ: e_a e_cᵀ + e_c e_aᵀ where they share a column, else zero. */
    double[] curvature(int first, int second) {
        double[] curvature = new double[q * q];
        if (columns[first] == columns[second]) {
            curvature[rows[first] * q + rows[second]] += 1;
            curvature[rows[second] * q + rows[first]] += 1;
        }
        return curvature;
    }

    /** The listed entries of a symmetric matrix. */
    double[] entries(double[] symmetric) {
        double[] entries = new double[size()];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = symmetric[rows[k] * q + columns[k]];
        }
        return entries;
    }

    /** Tr(A E) for the symmetric unit matrix E of an entry. */
    double trace(double[] a, int entry) {
        int i = rows[entry];
        int j = columns[entry];
        return i == j ? a[i * q + i] : a[i * q + j] + a[j * q + i];
    }

    /** Tr(A E_r B E_s). */
    double trace(double[] a, int r, double[] b, int s) {
        int i = rows[r];
        int j = columns[r];
        double sum = half(a, i, j, b, s);
        return i == j ? sum : sum + half(a, j, i, b, s);
    }

    private double half(double[] a, int i, int j, double[] b, int s) {
        int k = rows[s];
        int l = columns[s];
        double sum = a[l * q + i] * b[j * q + k];
        return k == l ? sum : sum + a[k * q + i] * b[j * q + l];
    }

    /** E v. */
    void times(int entry, double[] v, double[] into) {
        Arrays.fill(into, 0);
        into[rows[entry]] += v[columns[entry]];
        if (rows[entry] != columns[entry]) {
            into[columns[entry]] += v[rows[entry]];
        }
    }

    /** The unit matrix E of an entry. */
    double[] unit(int entry) {
        double[] unit = new double[q * q];
        unit[rows[entry] * q + columns[entry]] = 1;
        unit[columns[entry] * q + rows[entry]] = 1;
        return unit;
    }
}
