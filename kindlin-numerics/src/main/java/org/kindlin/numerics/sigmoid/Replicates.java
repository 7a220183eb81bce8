package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Observations collapsed to one weighted mean per dose. The scatter about those means, {@code pureError}, is the same for
 * every curve, so a fit to the means finds the curve that fits the observations.
 *
 * @param lnDose distinct natural logarithms of the doses, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Replicates(double[] lnDose, double[] mean, double[] weight, double pureError) {

    static final double LN10 = 2.302585092994046;

    static Replicates of(SigmoidData data) {
        int n = data.size();
        double[] lnDose = new double[n];
        double[] mean = new double[n];
        double[] weight = new double[n];
        double pureError = 0;
        int doses = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && data.logDose()[to] == data.logDose()[from]) {
                to++;
            }
            lnDose[doses] = data.logDose()[from] * LN10;
            weight[doses] = sum(data, from, to);
            mean[doses] = weightedMean(data, from, to, weight[doses]);
            for (int i = from; i < to; i++) {
                double residual = data.response()[i] - mean[doses];
                pureError += data.weight()[i] * residual * residual;
            }
            doses++;
            from = to;
        }
        return new Replicates(
                Arrays.copyOf(lnDose, doses), Arrays.copyOf(mean, doses), Arrays.copyOf(weight, doses), pureError);
    }

    int doses() {
        return lnDose.length;
    }

    /** The smallest dose that is not zero; +Infinity where every dose is zero. */
    double lowest() {
        for (double t : lnDose) {
            if (t > Double.NEGATIVE_INFINITY) {
                return t;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    double highest() {
        return lnDose[lnDose.length - 1];
    }

    /** From the least to the greatest mean. */
    double span() {
        double least = mean[0];
        double greatest = mean[0];
        for (double value : mean) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return greatest - least;
    }

    /** The weighted mean of the means. */
    double centre() {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            total += weight[i];
            sum += weight[i] * mean[i];
        }
        return sum / total;
    }

    /** The means less their own mean. */
    double[] deviations() {
        double centre = centre();
        double[] deviations = mean.clone();
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] -= centre;
        }
        return deviations;
    }

    /** Weighted sum of squares of the means about their own mean: what the constant curve leaves, less pure error. */
    double sumOfSquares() {
        double centre = centre();
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            squares += weight[i] * (mean[i] - centre) * (mean[i] - centre);
        }
        return squares;
    }

    private static double sum(SigmoidData data, int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += data.weight()[i];
        }
        return total;
    }

    /** Two passes: the second removes the rounding of the first. */
    private static double weightedMean(SigmoidData data, int from, int to, double total) {
        double first = data.response()[from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += data.weight()[i] * (data.response()[i] - first);
        }
        return first + sum / total;
    }
}
