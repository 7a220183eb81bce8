package org.kindlin.numerics.sigmoid;

import java.util.Arrays;
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

    /** Up to so many observations are put in order by insertion, without boxing their numbers. */
    private static final int SMALL = 64;

    public SigmoidData {
        if (logDose.length != response.length || logDose.length != weight.length) {
            throw new IllegalArgumentException("doses, responses and weights differ in number: " + logDose.length + ", "
                    + response.length + ", " + weight.length);
        }
        double[] x = logDose;
        double[] y = response;
        double[] w = weight;
        int[] order = x.length <= SMALL ? insertionOrder(x, y, w) : sortedOrder(x, y, w);
        logDose = permuted(x, order);
        response = permuted(y, order);
        weight = permuted(w, order);
    }

    private static int[] sortedOrder(double[] x, double[] y, double[] w) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted((i, j) -> compare(x, y, w, i, j))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] insertionOrder(double[] x, double[] y, double[] w) {
        int[] order = new int[x.length];
        for (int i = 0; i < order.length; i++) {
            int place = i;
            while (place > 0 && compare(x, y, w, order[place - 1], i) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        return order;
    }

    private static int compare(double[] x, double[] y, double[] w, int i, int j) {
        int byDose = Double.compare(x[i], x[j]);
        int byResponse = byDose != 0 ? byDose : Double.compare(y[i], y[j]);
        return byResponse != 0 ? byResponse : Double.compare(w[i], w[j]);
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
        Arrays.fill(ones, 1);
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
