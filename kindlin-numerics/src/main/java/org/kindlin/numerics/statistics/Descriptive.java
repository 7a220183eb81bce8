package org.kindlin.numerics.statistics;

import java.util.Arrays;

/**
 * Location and spread of a sample.
 *
 * <p>Every function sorts a copy first and sums with Neumaier's compensation, so the result is bit for bit the same for
 * any order of the values. Values must be finite; a sample too small for the quantity is an
 * {@link IllegalArgumentException} (count first).
 */
public final class Descriptive {
    /** 1 / Φ⁻¹(3/4): makes the median absolute deviation estimate the standard deviation of a normal sample. */
    public static final double MAD_TO_SD = 1.482602218505602;

    private static final int MANY = 48; // from here on a quantile is selected, not sorted for

    private Descriptive() {}

    /** The arithmetic mean; at least one value. */
    public static double mean(double... values) {
        return meanOfSorted(sorted(values, 1));
    }

    /** The unbiased sample variance Σ(x − x̄)² / (n − 1), in two passes; at least two values. */
    public static double variance(double... values) {
        double[] x = sorted(values, 2);
        return sumOfSquares(x, meanOfSorted(x)) / (x.length - 1);
    }

    /** The sample standard deviation, root of {@link #variance}; at least two values. */
    public static double standardDeviation(double... values) {
        return Math.sqrt(variance(values));
    }

    /** The coefficient of variation sd / |mean| as a fraction; infinite where the mean is zero. */
    public static double coefficientOfVariation(double... values) {
        return standardDeviation(values) / Math.abs(mean(values));
    }

    /** The median; at least one value. */
    public static double median(double... values) {
        return quantile(values, 0.5);
    }

    /** 1.4826 × median |x − median|: the median absolute deviation, scaled to a normal standard deviation. */
    public static double scaledMad(double... values) {
        double centre = median(values);
        return MAD_TO_SD
                * median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
    }

    /** The quantile of probability p in [0, 1], type 7 of Hyndman and Fan (Am. Stat. 50:361-365, 1996). */
    public static double quantile(double[] values, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability in [0, 1] is needed, not " + p);
        }
        return values.length < MANY ? quantileOfSorted(sorted(values, 1), p) : selected(values, p);
    }

    /** Σ(x − x̄)², the sum of squares about the mean; at least one value. */
    public static double sumOfSquaresAboutMean(double... values) {
        double[] x = sorted(values, 1);
        return sumOfSquares(x, meanOfSorted(x));
    }

    private static double[] sorted(double[] values, int least) {
        if (values.length < least) {
            throw new IllegalArgumentException("at least " + least + " values are needed, not " + values.length);
        }
        double[] x = values.clone();
        Arrays.sort(x);
        if (!Double.isFinite(x[0]) || !Double.isFinite(x[x.length - 1])) {
            throw new IllegalArgumentException("values must be finite");
        }
        return x;
    }

    private static double meanOfSorted(double[] x) {
        return CompensatedSum.of(x) / x.length;
    }

    private static double sumOfSquares(double[] x, double centre) {
        return CompensatedSum.of(
                Arrays.stream(x).map(v -> (v - centre) * (v - centre)).toArray());
    }

    /** The same without sorting: the next larger value is the least behind the selected one. */
    private static double selected(double[] values, double p) {
        double[] x = values.clone();
        for (double value : x) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite");
            }
        }
        double position = p * (x.length - 1);
        int below = (int) Math.floor(position);
        double part = position - below;
        double lower = OrderStatistics.select(x, 0, x.length, below);
        if (part == 0) {
            return lower;
        }
        double upper = Double.POSITIVE_INFINITY;
        for (int i = below + 1; i < x.length; i++) {
            upper = x[i] < upper ? x[i] : upper;
        }
        return lower + part * (upper - lower);
    }

    private static double quantileOfSorted(double[] x, double p) {
        double position = p * (x.length - 1);
        int below = (int) Math.floor(position);
        double part = position - below;
        return part == 0 ? x[below] : x[below] + part * (x[below + 1] - x[below]);
    }
}
