package org.kindlin.numerics.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.numerics.random.RandomStream;

/**
 * The log-rank test by permutation of the arms among subjects, within strata.
 *
 * <p>The statistic is the chi-squared with its variance recomputed for every order, which keeps its level under unequal
 * censoring too (Neuhaus, Ann Stat 21:1760, 1993). Where there are no more orders than rounds, all are counted.
 */
public final class LogRankPermutation {
    /** Relative slack by which an order counts as at least as extreme. */
    private static final double SLACK = 1e-9;

    private final int[] stratumStart;
    private final int arms;
    private final int[] arm;
    /** Event times by stratum, latest first: subjects at risk, events, and where the leaving rows begin and end. */
    private final int[] atRisk;

    private final int[] deaths;
    private final int[] from;
    private final int[] to;
    private final int[] first;
    private final boolean[] event;

    /**
     * The outcome.
     *
     * @param chiSquared of the order observed
     * @param orders counted, the observed one included
     * @param isExact whether all orders were counted
     */
    public record Outcome(double chiSquared, double p, long orders, boolean isExact) {}

    private LogRankPermutation(ComparedArms data) {
        SurvivalSample sample = data.sample();
        if (sample.isTruncated()) {
            throw new IllegalArgumentException("subjects with different entries cannot be exchanged");
        }
        int[] byTime = TimeOrder.descending(sample.exit());
        double[] layers = Arrays.stream(byTime).mapToDouble(data::stratumOf).toArray();
        int[] order =
                IntStream.of(TimeOrder.ascending(layers)).map(i -> byTime[i]).toArray();
        arms = data.arms();
        arm = IntStream.of(order).map(i -> data.arm()[i]).toArray();
        event = new boolean[order.length];
        IntStream.Builder starts = IntStream.builder().add(0);
        int[][] times = new int[5][order.length];
        int found = 0;
        int begin = 0;
        int i = 0;
        while (i < order.length) {
            if (i > 0 && data.stratumOf(order[i]) != data.stratumOf(order[i - 1])) {
                begin = i;
                starts.add(i);
            }
            int end = i;
            int d = 0;
            while (end < order.length
                    && sample.exit()[order[end]] == sample.exit()[order[i]]
                    && data.stratumOf(order[end]) == data.stratumOf(order[i])) {
                event[end] = sample.event()[order[end]];
                d += event[end] ? 1 : 0;
                end++;
            }
            if (d > 0) {
                int[] row = {end - begin, d, i, end, begin};
                for (int k = 0; k < row.length; k++) {
                    times[k][found] = row[k];
                }
                found++;
            }
            i = end;
        }
        stratumStart = starts.add(order.length).build().toArray();
        atRisk = Arrays.copyOf(times[0], found);
        deaths = Arrays.copyOf(times[1], found);
        from = Arrays.copyOf(times[2], found);
        to = Arrays.copyOf(times[3], found);
        first = Arrays.copyOf(times[4], found);
    }

    /** The test in at most so many rounds. */
    public static Outcome test(ComparedArms data, int rounds, RandomStream random) {
        LogRankPermutation permutation = new LogRankPermutation(data);
        return permutation.arms == 2 && permutation.orders() <= Math.max(rounds, 1)
                ? permutation.all()
                : permutation.some(rounds, random);
    }

    /** Ways to deal out the arms of two: more than can be counted counts as the largest number. */
    private double orders() {
        double product = 1;
        for (int s = 0; s + 1 < stratumStart.length; s++) {
            int n = stratumStart[s + 1] - stratumStart[s];
            int ones = (int) Arrays.stream(arm, stratumStart[s], stratumStart[s + 1])
                    .filter(a -> a == 1)
                    .count();
            for (int k = 1; k <= ones; k++) {
                product = Math.min(1e300, product * (n - ones + k) / k);
            }
        }
        return product;
    }

    private Outcome some(int rounds, RandomStream random) {
        int[] labels = arm.clone();
        double observed = chiSquared(labels);
        long extreme = 1;
        for (int round = 0; round < rounds; round++) {
            for (int s = 0; s + 1 < stratumStart.length; s++) {
                shuffle(labels, stratumStart[s], stratumStart[s + 1], random);
            }
            extreme += chiSquared(labels) >= observed * (1 - SLACK) ? 1 : 0;
        }
        return new Outcome(observed, (double) extreme / (rounds + 1), rounds + 1L, false);
    }

    private static void shuffle(int[] labels, int begin, int end, RandomStream random) {
        for (int i = end - 1; i > begin; i--) {
            int j = begin + random.nextInt(i - begin + 1);
            int label = labels[i];
            labels[i] = labels[j];
            labels[j] = label;
        }
    }

    private Outcome all() {
        double observed = chiSquared(arm);
        long[] counts = new long[2];
        deal(new int[arm.length], 0, 0, observed, counts);
        return new Outcome(observed, (double) counts[0] / counts[1], counts[1], true);
    }

    /** Deals arm one to the strata in turn, in every way. */
    private void deal(int[] labels, int stratum, int position, double observed, long[] counts) {
        if (stratum + 1 == stratumStart.length) {
            counts[1]++;
            counts[0] += chiSquared(labels) >= observed * (1 - SLACK) ? 1 : 0;
            return;
        }
        int end = stratumStart[stratum + 1];
        if (position == end) {
            deal(labels, stratum + 1, end, observed, counts);
            return;
        }
        int begin = stratumStart[stratum];
        int ones = (int) Arrays.stream(arm, begin, end).filter(a -> a == 1).count();
        int dealt =
                (int) Arrays.stream(labels, begin, position).filter(a -> a == 1).count();
        if (dealt < ones) {
            labels[position] = 1;
            deal(labels, stratum, position + 1, observed, counts);
        }
        labels[position] = 0;
        if (end - position - 1 >= ones - dealt) {
            deal(labels, stratum, position + 1, observed, counts);
        }
    }

    private double chiSquared(int[] labels) {
        return arms == 2 ? twoArms(labels) : manyArms(labels);
    }

    private double twoArms(int[] labels) {
        double difference = 0;
        double variance = 0;
        int ones = 0;
        int seen = 0;
        for (int k = 0; k < atRisk.length; k++) {
            if (k == 0 || first[k] != first[k - 1]) {
                ones = 0;
                seen = first[k];
            }
            for (; seen < to[k]; seen++) {
                ones += labels[seen];
            }
            int deathsInOne = 0;
            for (int i = from[k]; i < to[k]; i++) {
                deathsInOne += event[i] ? labels[i] : 0;
            }
            double n = atRisk[k];
            double d = deaths[k];
            double share = ones / n;
            difference += deathsInOne - d * share;
            variance += n > 1 ? d * (n - d) / (n - 1) * share * (1 - share) : 0;
        }
        return variance > 0 ? difference * difference / variance : 0;
    }

    private double manyArms(int[] labels) {
        double[] difference = new double[arms];
        double[][] covariance = new double[arms][arms];
        int[] counts = new int[arms];
        int seen = 0;
        for (int k = 0; k < atRisk.length; k++) {
            if (k == 0 || first[k] != first[k - 1]) {
                Arrays.fill(counts, 0);
                seen = first[k];
            }
            for (; seen < to[k]; seen++) {
                counts[labels[seen]]++;
            }
            for (int i = from[k]; i < to[k]; i++) {
                difference[labels[i]] += event[i] ? 1 : 0;
            }
            double n = atRisk[k];
            double d = deaths[k];
            double common = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int a = 0; a < arms; a++) {
                difference[a] -= d * counts[a] / n;
                for (int b = 0; b < arms; b++) {
                    covariance[a][b] += common * counts[a] / n * ((a == b ? 1 : 0) - counts[b] / n);
                }
            }
        }
        return QuadraticForm.of(covariance, difference).value();
    }
}
