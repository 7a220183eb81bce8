package org.kindlin.numerics.regression;

import java.util.Arrays;

/**
 * What the Jacobian at the optimum says about precision: (JᵀJ)⁻¹ by global parameter, the rank verdict and the condition
 * number, from the singular values of J with columns scaled to length one.
 *
 * <p>Parameters held at a bound are left out. A singular value below 10⁻¹⁰ of the largest counts as zero; parameters
 * with a part in such a direction are not determined, the others keep their variance.
 */
final class LocalUncertainty {
    private static final double SINGULAR = 1e-10;
    private static final double PARTICIPATES = 1e-4;

    private final boolean[] moving;
    private final boolean[] determined;
    private final double[][] inverse;
    private int rank;
    private double condition = 1;
    private double angle;

    LocalUncertainty(Objective leastSquares, double[] theta, boolean[] atBound) {
        int p = theta.length;
        moving = new boolean[p];
        determined = new boolean[p];
        inverse = new double[p][p];
        double[] r = new double[leastSquares.observations()];
        double[][] columns = new double[leastSquares.freeCount()][r.length];
        leastSquares.linearise(theta, r, columns);
        int[] globals = new int[columns.length];
        double[][] scaled = new double[columns.length][];
        double[] lengths = new double[columns.length];
        int count = 0;
        for (int j = 0; j < columns.length; j++) {
            int global = leastSquares.globalOf(j);
            double length = Vectors.norm(columns[j]);
            if (atBound[global]) {
                continue;
            }
            moving[global] = true;
            if (length > 0) {
                angle = Math.max(angle, cosine(columns[j], r, length));
                lengths[count] = length;
                scaled[count] = Arrays.stream(columns[j]).map(x -> x / length).toArray();
                globals[count++] = global;
            }
        }
        decompose(Arrays.copyOf(scaled, count), r, lengths, globals);
        for (int j = 0; j < columns.length; j++) {
            boolean vanishes = moving[leastSquares.globalOf(j)] && Vectors.norm(columns[j]) == 0;
            condition = vanishes ? Double.POSITIVE_INFINITY : condition;
        }
    }

    private static double cosine(double[] column, double[] r, double length) {
        double norm = Vectors.norm(r);
        return norm > 0 ? Math.abs(Vectors.dot(column, r)) / (length * norm) : 0;
    }

    private void decompose(double[][] scaled, double[] r, double[] lengths, int[] globals) {
        if (scaled.length == 0) {
            return;
        }
        Decomposition d = Decomposition.of(scaled, r);
        for (int m = 0; m < scaled.length; m++) {
            determined[globals[m]] = true;
        }
        double largest = d.largest();
        condition = largest / d.smallest();
        for (int k = 0; k < d.size(); k++) {
            boolean zero = d.singular(k) <= SINGULAR * largest;
            rank += zero ? 0 : 1;
            for (int i = 0; i < d.size(); i++) {
                if (zero && Math.abs(d.right(k, i)) > PARTICIPATES) {
                    determined[globals[i]] = false;
                }
                for (int j = 0; !zero && j < d.size(); j++) {
                    inverse[globals[i]][globals[j]] +=
                            d.right(k, i) / d.singular(k) / lengths[i] * (d.right(k, j) / d.singular(k) / lengths[j]);
                }
            }
        }
    }

    boolean isMoving(int global) {
        return moving[global];
    }

    boolean isDetermined(int global) {
        return determined[global];
    }

    double inverse(int i, int j) {
        return inverse[i][j];
    }

    int rank() {
        return rank;
    }

    /** Ratio of largest to smallest singular value; infinite where a column vanishes. */
    double condition() {
        return condition;
    }

    double angle() {
        return angle;
    }
}
