package org.kindlin.numerics.mixed;

import java.util.Optional;

/**
 * What the restricted likelihood says at some variances: {@code V = D + sum of t_k Z_k Z_k' + t_r I}, by a dense factor of V.
 *
 * <p>With {@code P = V^-1 - V^-1 X (X'V^-1 X)^-1 X'V^-1} the score of a variance is {@code (y'P V_k P y - tr P V_k) / 2} and the
 * expected information of two {@code tr(P V_k P V_l) / 2} (S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992,
 * section 6.6).
 *
 * @param variance of each factor, the residual one last
 * @param criterion minus twice the restricted log-likelihood
 * @param coefficients of the fixed effects
 * @param covariance of the coefficients, row by row
 * @param weighted {@code V^-1 X}, row by row
 * @param projection P, row by row
 * @param projected P y
 */
record VarianceComponents(
        CrossedData data,
        double[] variance,
        double criterion,
        double[] coefficients,
        double[] covariance,
        double[] weighted,
        double[] projection,
        double[] projected) {

    /** Empty where V or the design is singular to working precision. */
    static Optional<VarianceComponents> of(CrossedData data, double[] variance) {
        int n = data.observations();
        int p = data.fixedCount();
        double[] factor = total(data, variance);
        if (!SmallMatrix.cholesky(factor, n)) {
            return Optional.empty();
        }
        double logDeterminant = logDeterminant(factor, n);
        double[] inverse = SmallMatrix.inverse(factor, n);
        double[] x = flat(data.fixed(), p);
        double[] weighted = SmallMatrix.product(inverse, x, n, n, p);
        double[] normal = SmallMatrix.transposedProduct(x, weighted, n, p, p);
        if (!SmallMatrix.cholesky(normal, p)) {
            return Optional.empty();
        }
        logDeterminant += logDeterminant(normal, p);
        double[] covariance = SmallMatrix.inverse(normal, p);
        double[] right = SmallMatrix.transposedProduct(weighted, data.response(), n, p, 1);
        double[] coefficients = SmallMatrix.product(covariance, right, p, p, 1);
        double[] projection = projection(inverse, weighted, covariance, n, p);
        double[] projected = SmallMatrix.product(projection, data.response(), n, n, 1);
        double criterion =
                logDeterminant + SmallMatrix.dot(data.response(), projected) + (n - p) * Math.log(2 * Math.PI);
        return Double.isFinite(criterion)
                ? Optional.of(new VarianceComponents(
                        data, variance, criterion, coefficients, covariance, weighted, projection, projected))
                : Optional.empty();
    }

    private static double[] total(CrossedData data, double[] variance) {
        int n = data.observations();
        int residual = variance.length - 1;
        double[] v = new double[n * n];
        for (int i = 0; i < n; i++) {
            v[i * n + i] += data.known()[i] + variance[residual];
            for (int k = 0; k < residual; k++) {
                int[] group = data.groups().get(k);
                for (int j = 0; j < n; j++) {
                    v[i * n + j] += group[i] == group[j] ? variance[k] : 0;
                }
            }
        }
        return v;
    }

    private static double[] projection(double[] inverse, double[] weighted, double[] covariance, int n, int p) {
        double[] half = SmallMatrix.product(weighted, covariance, n, p, p);
        double[] taken = SmallMatrix.product(half, SmallMatrix.transpose(weighted, n, p), n, p, n);
        double[] projection = inverse.clone();
        SmallMatrix.addScaled(projection, -1, taken);
        return projection;
    }

    private static double logDeterminant(double[] factor, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 2 * Math.log(factor[i * n + i]);
        }
        return sum;
    }

    private static double[] flat(double[][] rows, int columns) {
        double[] flat = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return flat;
    }

    /** The group of a measurement by a factor; for the residual, the last one, each is its own. */
    private int group(int factor, int row) {
        return factor < variance.length - 1 ? data.groups().get(factor)[row] : row;
    }

    private int groups(int factor) {
        int most = 0;
        for (int i = 0; i < data.observations(); i++) {
            most = Math.max(most, group(factor, i) + 1);
        }
        return most;
    }

    /** Sums of the rows of each group of a factor. */
    private double[] sums(int factor, double[] rows, int columns) {
        double[] sums = new double[groups(factor) * columns];
        for (int i = 0; i < data.observations(); i++) {
            int at = group(factor, i) * columns;
            for (int c = 0; c < columns; c++) {
                sums[at + c] += rows[i * columns + c];
            }
        }
        return sums;
    }

    /** Derivatives of the restricted log-likelihood by the variances. */
    double[] score() {
        int n = data.observations();
        double[] score = new double[variance.length];
        for (int k = 0; k < score.length; k++) {
            double[] sums = sums(k, projected, 1);
            double trace = 0;
            double[] rows = sums(k, projection, n);
            for (int i = 0; i < n; i++) {
                trace += rows[group(k, i) * n + i];
            }
            score[k] = (SmallMatrix.dot(sums, sums) - trace) / 2;
        }
        return score;
    }

    /** The expected information of the variances, row by row. */
    double[] information() {
        int n = data.observations();
        int count = variance.length;
        double[] information = new double[count * count];
        for (int k = 0; k < count; k++) {
            double[] rows = sums(k, projection, n);
            double[] columns = SmallMatrix.transpose(rows, groups(k), n);
            for (int l = 0; l <= k; l++) {
                double[] both = sums(l, columns, groups(k));
                information[k * count + l] = SmallMatrix.dot(both, both) / 2;
                information[l * count + k] = information[k * count + l];
            }
        }
        return information;
    }

    /** Predicted effects of the groups of a factor, {@code t_k Z_k' P y}. */
    double[] effects(int factor) {
        double[] effects = sums(factor, projected, 1);
        for (int g = 0; g < effects.length; g++) {
            effects[g] *= variance[factor];
        }
        return effects;
    }

    /** Derivatives of the variance of a combination of fixed effects by the variances. */
    double[] slopes(double[] combination) {
        int n = data.observations();
        int p = data.fixedCount();
        double[] direction = SmallMatrix.product(covariance, combination, p, p, 1);
        double[] along = SmallMatrix.product(weighted, direction, n, p, 1);
        double[] slopes = new double[variance.length];
        for (int k = 0; k < slopes.length; k++) {
            double[] sums = sums(k, along, 1);
            slopes[k] = SmallMatrix.dot(sums, sums);
        }
        return slopes;
    }
}
