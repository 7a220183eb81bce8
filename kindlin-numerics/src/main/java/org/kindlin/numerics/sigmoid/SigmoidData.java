package org.kindlin.numerics.sigmoid;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Observations of one dose-response curve, in a canonical order: by dose, response, weight. The order in which they were
 * given therefore cannot change a bit of any answer.
 *
 * <p>Arrays are of equal length. A dose of zero is the logarithm {@code -Infinity}: the response there is the zero-dose
 * plateau. Weights multiply squared residuals and are positive. Not copied on access: do not write to the arrays.
 *
 * @param logDose common logarithms of the doses
 */
@SuppressWarnings("ArrayRecordComponent")
public record SigmoidData(double[] logDose, double[] response, double[] weight) {

    public SigmoidData {
        if (logDose.length != response.length || logDose.length != weight.length) {
            throw new IllegalArgumentException("doses, responses and weights differ in number: " + logDose.length + ", "
                    + response.length + ", " + weight.length);
        }
        double[] x = logDose;
        double[] y = response;
        double[] w = weight;
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i])
                        .thenComparingDouble(i -> y[i])
                        .thenComparingDouble(i -> w[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        logDose = permuted(x, order);
        response = permuted(y, order);
        weight = permuted(w, order);
    }

    /** Equally weighted observations at doses in any linear unit, zero included. */
    public static SigmoidData ofDoses(double[] dose, double[] response) {
        return ofLogDoses(log10(dose), response);
    }

    /** Weighted observations at doses in any linear unit, zero included. */
    public static SigmoidData ofDoses(double[] dose, double[] response, double[] weight) {
        return new SigmoidData(log10(dose), response, weight);
    }

    /** Equally weighted observations at logarithmic doses. */
    public static SigmoidData ofLogDoses(double[] logDose, double[] response) {
        double[] ones = new double[logDose.length];
        java.util.Arrays.fill(ones, 1);
        return new SigmoidData(logDose, response, ones);
    }

    /** The same doses and responses under other weights, given in this record's order. */
    SigmoidData reweighted(double[] changed) {
        return new SigmoidData(logDose, response, changed);
    }

    public int size() {
        return response.length;
    }

    /** Whether every number is one the fit can use. */
    boolean isUsable() {
        for (int i = 0; i < response.length; i++) {
            boolean dose = logDose[i] < Double.POSITIVE_INFINITY;
            boolean weighted = weight[i] > 0 && weight[i] < Double.POSITIVE_INFINITY;
            if (!dose || !weighted || !Double.isFinite(response[i])) {
                return false;
            }
        }
        return true;
    }

    private static double[] permuted(double[] values, int[] order) {
        double[] result = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = values[order[i]];
        }
        return result;
    }

    private static double[] log10(double[] dose) {
        double[] result = new double[dose.length];
        for (int i = 0; i < dose.length; i++) {
            result[i] = StrictMath.log10(dose[i]);
        }
        return result;
    }
}
