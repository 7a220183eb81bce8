package org.kindlin.assays.kinase;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.numerics.statistics.CompensatedSum;

/**
 * A polynomial of low degree fitted by weighted linear least squares.
 *
 * <p>The design matrix is orthogonalised by modified Gram-Schmidt, carried out on the response as well (A. Bjorck, BIT
 * 7:1-21, 1967), which is as stable as Householder's method; the abscissa should be of order one.
 *
 * @param coefficients constant term first
 * @param rss weighted residual sum of squares
 */
record WeightedPolynomial(double[] coefficients, double rss) {

    /** The fit of {@code degree} to the points; more distinct abscissas than {@code degree}, weights positive. */
    static WeightedPolynomial fit(double[] x, double[] y, double[] weight, int degree) {
        int terms = degree + 1;
        double[][] q = new double[terms][];
        double[][] r = new double[terms][terms];
        double[] residual = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            residual[i] = y[i] * Math.sqrt(weight[i]);
        }
        double[] projection = new double[terms];
        for (int k = 0; k < terms; k++) {
            double[] column = column(x, weight, k);
            for (int j = 0; j < k; j++) {
                r[j][k] = dot(q[j], column);
                subtract(column, q[j], r[j][k]);
            }
            r[k][k] = Math.sqrt(dot(column, column));
            q[k] = Arrays.stream(column).map(scaledBy(1 / r[k][k])).toArray();
            projection[k] = dot(q[k], residual);
            subtract(residual, q[k], projection[k]);
        }
        return new WeightedPolynomial(solveTriangular(r, projection), dot(residual, residual));
    }

    private static DoubleUnaryOperator scaledBy(double factor) {
        return value -> value * factor;
    }

    private static double[] column(double[] x, double[] weight, int power) {
        double[] column = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            column[i] = Math.sqrt(weight[i]) * power(x[i], power);
        }
        return column;
    }

    private static double power(double x, int power) {
        double product = 1;
        for (int i = 0; i < power; i++) {
            product *= x;
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            sum.add(a[i] * b[i]);
        }
        return sum.value();
    }

    private static void subtract(double[] from, double[] what, double times) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }

    private static double[] solveTriangular(double[][] r, double[] b) {
        double[] x = b.clone();
        for (int k = x.length - 1; k >= 0; k--) {
            for (int j = k + 1; j < x.length; j++) {
                x[k] -= r[k][j] * x[j];
            }
            x[k] /= r[k][k];
        }
        return x;
    }
}
