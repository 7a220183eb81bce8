package org.kindlin.numerics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Linear least squares with known weights and no intercept (centre the columns first where one is wanted).
 *
 * <p>Columns are orthogonalised by modified Gram-Schmidt, twice, which is as stable as Householder's method (A. Bjorck,
 * Numerical Methods for Least Squares Problems, 1996, section 2.4). A column that lies in the span of the others to
 * {@value #RANK} of its length has no coefficient of its own: it, and every other that is caught up in that, is left out.
 *
 * @param coefficients by column; empty where the data do not determine it
 * @param errors standard errors, in the same order
 * @param rss weighted residual sum of squares
 * @param df residual degrees of freedom
 */
public record WeightedRegression(List<OptionalDouble> coefficients, List<OptionalDouble> errors, double rss, int df) {
    private static final double RANK = 1e-6;

    /**
     * The fit; empty without residual degrees of freedom.
     *
     * @param columns predictors, each as long as the response
     * @param weight positive
     * @param used degrees of freedom that centring has used up already
     */
    public static Optional<WeightedRegression> fit(double[][] columns, double[] response, double[] weight, int used) {
        double[][] scaled =
                Arrays.stream(columns).map(column -> scaled(column, weight)).toArray(double[][]::new);
        int[] kept = determined(scaled);
        int df = response.length - used - kept.length;
        if (df <= 0) {
            return Optional.empty();
        }
        double[][] design = Arrays.stream(kept).mapToObj(k -> scaled[k]).toArray(double[][]::new);
        double[] y = scaled(response, weight);
        double[] coefficient = new double[kept.length];
        double[] variance = new double[kept.length];
        for (int k = 0; k < kept.length; k++) {
            double[] own = without(design, k);
            coefficient[k] = dot(own, y) / dot(own, own);
            variance[k] = 1 / dot(own, own);
        }
        double[] residual = y.clone();
        for (int k = 0; k < kept.length; k++) {
            subtract(residual, design[k], coefficient[k]);
        }
        double rss = dot(residual, residual);
        OptionalDouble[] coefficients = empty(columns.length);
        OptionalDouble[] errors = empty(columns.length);
        for (int k = 0; k < kept.length; k++) {
            coefficients[kept[k]] = OptionalDouble.of(coefficient[k]);
            errors[kept[k]] = OptionalDouble.of(Math.sqrt(variance[k] * rss / df));
        }
        return Optional.of(new WeightedRegression(List.of(coefficients), List.of(errors), rss, df));
    }

    /** The columns that are not in the span of the others. */
    private static int[] determined(double[][] columns) {
        return IntStream.range(0, columns.length)
                .filter(k -> {
                    double length = dot(columns[k], columns[k]);
                    double[] own = without(columns, k);
                    return length > 0 && dot(own, own) > RANK * RANK * length;
                })
                .toArray();
    }

    /** What is left of a column when all others are taken out of it. */
    private static double[] without(double[][] columns, int which) {
        double[] own = columns[which].clone();
        double[][] basis = basis(columns, which);
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : basis) {
                subtract(own, direction, dot(direction, own));
            }
        }
        return own;
    }

    /** An orthonormal basis of all columns but one. */
    private static double[][] basis(double[][] columns, int without) {
        double[][] basis = new double[0][];
        for (int k = 0; k < columns.length; k++) {
            if (k == without) {
                continue;
            }
            double[] column = columns[k].clone();
            for (int pass = 0; pass < 2; pass++) {
                for (double[] direction : basis) {
                    subtract(column, direction, dot(direction, column));
                }
            }
            double left = dot(column, column);
            if (left > RANK * RANK * dot(columns[k], columns[k])) {
                double length = Math.sqrt(left);
                basis = Arrays.copyOf(basis, basis.length + 1);
                basis[basis.length - 1] =
                        Arrays.stream(column).map(x -> x / length).toArray();
            }
        }
        return basis;
    }

    private static double[] scaled(double[] column, double[] weight) {
        double[] scaled = new double[column.length];
        Arrays.setAll(scaled, i -> column[i] * Math.sqrt(weight[i]));
        return scaled;
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

    private static OptionalDouble[] empty(int size) {
        OptionalDouble[] all = new OptionalDouble[size];
        Arrays.fill(all, OptionalDouble.empty());
        return all;
    }
}
