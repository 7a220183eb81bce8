package org.kindlin.numerics.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Order statistics of a sample without sorting it: the median and its distribution-free interval in time proportional to the
 * number of values.
 */
public final class OrderStatistics {
    private static final int SORTED_BELOW = 32;
    private static final int SAMPLED_FROM = 4096;
    /** Size of a sample, in roots of the number of values. */
    private static final double SAMPLE = 4;
    /** Standard errors of a rank in a sample by which pivots lie outside of the ranks sought. */
    private static final double SAMPLED_ERRORS = 3;

    private OrderStatistics() {}

    /**
     * The median with an interval.
     *
     * @param low largest order statistic that lies above the population median with probability at most {@code (1 - level)/2};
     *     minus infinity where the sample is too small for one
     * @param high its counterpart above
     */
    public record Median(double value, double low, double high) {}

    /**
     * The median; of an even number the mean of the middle two. The interval is between order statistics, whose ranks are
     * binomial whatever the distribution (David and Nagaraja, Order Statistics, 3rd ed., 7.1).
     *
     * @param values at least one, none NaN; reordered
     */
    public static Median median(double[] values, double level) {
        return median(values, values.length, level);
    }

    /** The same of the first {@code n} values. */
    public static Median median(double[] values, int n, double level) {
        int rank = lowerRank(n, 0.5, level);
        int first = rank < 1 ? (n - 1) / 2 : Math.min(rank - 1, (n - 1) / 2);
        int last = n - 1 - first;
        Window about = narrow(values, 0, n, first, last);
        double value = about.select(values, n / 2);
        if (n % 2 == 0) {
            value = value / 2 + about.select(values, n / 2 - 1) / 2;
        }
        if (rank < 1) {
            return new Median(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return new Median(value, about.select(values, rank - 1), about.select(values, n - rank));
    }

    /**
     * A quantile with an interval.
     *
     * @param low largest order statistic above which the population quantile lies with probability at least
     *     {@code (1 + level)/2}; minus infinity where the sample is too small for one
     * @param high its counterpart above
     */
    public record Quantile(double value, double low, double high) {}

    /**
     * The order statistic of rank {@code floor(n p) + 1}, so that a share p of the sample lies below it, with the
     * distribution-free interval between order statistics (David and Nagaraja, 7.1).
     *
     * @param values at least one, none NaN; reordered
     * @param p within (0, 1)
     */
    public static Quantile quantile(double[] values, double p, double level) {
        int n = values.length;
        double value = select(values, 0, n, (int) Math.min(n - 1.0, Math.floor(n * p)));
        int low = lowerRank(n, p, level);
        int high = n + 1 - lowerRank(n, 1 - p, level);
        return new Quantile(
                value,
                low < 1 ? Double.NEGATIVE_INFINITY : select(values, 0, n, low - 1),
                high > n ? Double.POSITIVE_INFINITY : select(values, 0, n, high - 1));
    }

    /** The greatest rank r, from 1, with P(Bin(n, p) &lt; r) at most {@code (1 - level)/2}; 0 where there is none. */
    private static int lowerRank(int n, double p, double level) {
        BinomialDistribution below = new BinomialDistribution(n, p);
        double tail = (1 - level) / 2;
        int rank = below.inverseCumulativeProbability(tail);
        while (rank > 0 && below.cumulativeProbability(rank - 1) > tail) {
            rank--;
        }
        return rank;
    }

    /** The value of rank k, from 0, among {@code from .. to - 1}; values below it go before it, those above behind. */
    public static double select(double[] values, int from, int to, int k) {
        return narrow(values, from, to, k, k).select(values, k);
    }

    /** Values that have been brought to their ranks as a whole: none before is greater, none behind less than any of them. */
    private record Window(int from, int to) {
        double select(double[] values, int k) {
            return among(values, from, to, k);
        }
    }

    /**
     * A few values among which are those of some ranks, found by pivots a little outside of them that a sample of the values
     * gives (Floyd and Rivest, Communications of the ACM 18, 1975, 165): one and a half passes over all.
     */
    private static Window narrow(double[] values, int from, int to, int first, int last) {
        int low = from;
        int high = to;
        while (high - low > SAMPLED_FROM) {
            double[] sample = sample(values, low, high);
            double share = (double) sample.length / (high - low);
            double room = SAMPLED_ERRORS * 0.5 * Math.sqrt(sample.length);
            int below = (int) Math.floor((first - low) * share - room);
            int above = (int) Math.ceil((last + 1 - low) * share + room);
            int less = below < 0 ? low : below(values, low, high, sample[below]);
            int more = above >= sample.length ? high : upTo(values, less, high, sample[above]);
            boolean isBetween = less <= first && last < more;
            if (!isBetween || more - less > (high - low) / 2) {
                break; // the sample was unlucky, or many values are equal
            }
            low = less;
            high = more;
        }
        return new Window(low, high);
    }

    /** Values evenly spread over the range, in order. */
    private static double[] sample(double[] values, int low, int high) {
        double[] sample = new double[(int) (SAMPLE * Math.sqrt(high - low))];
        double step = (double) (high - low) / sample.length;
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[low + (int) (i * step)];
        }
        Arrays.sort(sample);
        return sample;
    }

    private static double among(double[] values, int from, int to, int k) {
        int low = from;
        int high = to;
        while (high - low > SORTED_BELOW) {
            double pivot = pivot(values, low, high);
            int less = below(values, low, high, pivot);
            if (k < less) {
                high = less;
                continue;
            }
            low = upTo(values, less, high, pivot);
            if (k < low) {
                return pivot;
            }
        }
        Arrays.sort(values, low, high);
        return values[k];
    }

    /** The median of nine values spread over the range. */
    private static double pivot(double[] values, int low, int high) {
        double[] nine = new double[9];
        int step = (high - low - 1) / (nine.length - 1);
        for (int i = 0; i < nine.length; i++) {
            nine[i] = values[low + i * step];
        }
        Arrays.sort(nine);
        return nine[nine.length / 2];
    }

    /** Moves what is less to the front, without a branch that would be guessed wrongly half the time; where the rest starts. */
    private static int below(double[] values, int low, int high, double pivot) {
        int less = low;
        for (int i = low; i < high; i++) {
            double value = values[i];
            values[i] = values[less];
            values[less] = value;
            less += value < pivot ? 1 : 0;
        }
        return less;
    }

    /** The same of what is no more. */
    private static int upTo(double[] values, int low, int high, double pivot) {
        int less = low;
        for (int i = low; i < high; i++) {
            double value = values[i];
            values[i] = values[less];
            values[less] = value;
            less += value <= pivot ? 1 : 0;
        }
        return less;
    }
}
