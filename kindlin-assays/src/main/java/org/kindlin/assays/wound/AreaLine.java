package org.kindlin.assays.wound;

import java.util.Arrays;

/**
 * The straight line of least squares through areas over time, where errors of frames that lie close together are alike.
 *
 * <p>A single cell that an advancing edge has reached counts as covered until the edge has passed it: its error lasts for some time.
 * Errors of such pulses of one length, at any time, are correlated by {@code 1 - |t - u| / length}. Generalised least squares
 * (Aitken 1935) with four parts of that and one of independent errors; its scale is estimated from the residuals.
 *
 * @param slope pixels per hour
 * @param slopeError its standard error, from the scatter about the line; 0 with two frames
 * @param degreesOfFreedom frames less two
 */
record AreaLine(double slope, double slopeError, int degreesOfFreedom) {
    private static final double LASTING = 0.8; // of the variance

    /** Through the first {@code n} points, at least two, whose errors are independent. */
    static AreaLine of(double[] hours, double[] area, int n) {
        return of(hours, area, n, 0);
    }

    /** The same where errors last for so many hours. */
    static AreaLine of(double[] hours, double[] area, int n, double lasting) {
        double[][] root = root(hours, n, lasting);
        double[] one = new double[n];
        Arrays.fill(one, 1);
        double[] ones = whitened(root, one);
        double[] times = whitened(root, hours);
        double[] areas = whitened(root, area);
        double whole = product(ones, ones);
        double middle = product(ones, times) / whole;
        double mean = product(ones, areas) / whole;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            double time = times[i] - middle * ones[i];
            squares += time * time;
            products += time * (areas[i] - mean * ones[i]);
        }
        double slope = products / squares;
        double rss = 0;
        for (int i = 0; i < n; i++) {
            double away = areas[i] - mean * ones[i] - slope * (times[i] - middle * ones[i]);
            rss += away * away;
        }
        return new AreaLine(slope, n > 2 ? Math.sqrt(rss / (n - 2) / squares) : 0, n - 2);
    }

    /** Lower Cholesky factor of the correlations of the errors. */
    private static double[][] root(double[] hours, int n, double lasting) {
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : alike(hours[i] - hours[j], lasting);
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }

    private static double alike(double apart, double lasting) {
        return lasting > 0 ? LASTING * Math.max(0, 1 - Math.abs(apart) / lasting) : 0;
    }

    private static double[] whitened(double[][] root, double[] values) {
        double[] white = new double[root.length];
        for (int i = 0; i < white.length; i++) {
            double sum = values[i];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * white[k];
            }
            white[i] = sum / root[i][i];
        }
        return white;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
