package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.numerics.survival.SurvivalSample;
import org.kindlin.numerics.survival.TimeOrder;

/**
 * Harrell's concordance: the share of comparable pairs in which the one with the higher predicted risk has the event first,
 * pairs of equal prediction counting half (Harrell, Lee and Mark, Stat Med 15:361, 1996).
 *
 * <p>A pair is comparable where one has the event while the other is at risk and does not leave with the event at the same
 * time. Counting is by a binary indexed tree: O(n log n). The standard error is the infinitesimal jackknife's.
 *
 * @param value from 0 to 1; NaN without comparable pairs
 * @param pairs comparable pairs
 */
public record Concordance(double value, double standardError, double pairs) {

    /** Over all rows in one stratum each. */
    public static Concordance of(CoxFit fit) {
        return of(fit, IntStream.range(0, fit.data().sample().size()).toArray());
    }

    /**
     * With rows of a cluster counted together in the standard error.
     *
     * @param cluster of each row, from 0
     */
    public static Concordance of(CoxFit fit, int[] cluster) {
        CoxData data = fit.data();
        double[] eta = fit.predictor();
        Counts counts = new Counts(eta.length);
        int strata = data.stratum().length == 0
                ? 1
                : IntStream.of(data.stratum()).max().orElse(0) + 1;
        for (int s = 0; s < strata; s++) {
            int stratum = s;
            int[] rows = IntStream.range(0, eta.length)
                    .filter(i -> data.stratum().length == 0 || data.stratum()[i] == stratum)
                    .toArray();
            counts.add(data.sample(), eta, rows);
        }
        return counts.result(cluster);
    }

    /** Comparable and concordant pairs that each row takes part in. */
    private static final class Counts {
        private final double[] concordant;
        private final double[] comparable;

        Counts(int rows) {
            concordant = new double[rows];
            comparable = new double[rows];
        }

        void add(SurvivalSample sample, double[] eta, int[] rows) {
            double[] scores = Arrays.stream(rows)
                    .mapToDouble(i -> eta[i])
                    .sorted()
                    .distinct()
                    .toArray();
            int[] rank = IntStream.of(rows)
                    .map(i -> Arrays.binarySearch(scores, eta[i]))
                    .toArray();
            asEvents(sample, rows, rank, scores.length);
            asPartners(sample, rows, rank, scores.length);
        }

        /** For each event: those at risk with lower, equal and higher prediction. */
        private void asEvents(SurvivalSample sample, int[] rows, int[] rank, int ranks) {
            int[] order = TimeOrder.descending(pick(sample.exit(), rows));
            int[] byEntry = TimeOrder.descending(pick(sample.entry(), sample.isTruncated() ? rows : new int[0]));
            Tree tree = new Tree(ranks);
            int gone = 0;
            int from = 0;
            while (from < order.length) {
                double t = sample.exit()[rows[order[from]]];
                int to = from;
                while (to < order.length && sample.exit()[rows[order[to]]] == t) {
                    if (!sample.event()[rows[order[to]]]) {
                        tree.add(rank[order[to]], 1);
                    }
                    to++;
                }
                while (gone < byEntry.length && sample.entry()[rows[byEntry[gone]]] >= t) {
                    tree.add(rank[byEntry[gone++]], -1);
                }
                for (int i = from; i < to; i++) {
                    if (sample.event()[rows[order[i]]]) {
                        count(rows[order[i]], rank[order[i]], tree, true);
                    }
                }
                for (int i = from; i < to; i++) {
                    if (sample.event()[rows[order[i]]]) {
                        tree.add(rank[order[i]], 1);
                    }
                }
                from = to;
            }
        }

        /** For each row: events while it was at risk, by their prediction. */
        private void asPartners(SurvivalSample sample, int[] rows, int[] rank, int ranks) {
            int[] order = TimeOrder.ascending(pick(sample.exit(), rows));
            int[] byEntry = TimeOrder.ascending(pick(sample.entry(), sample.isTruncated() ? rows : new int[0]));
            Tree tree = new Tree(ranks);
            int entered = 0;
            int from = 0;
            while (from < order.length) {
                double t = sample.exit()[rows[order[from]]];
                while (entered < byEntry.length && sample.entry()[rows[byEntry[entered]]] < t) {
                    count(rows[byEntry[entered]], rank[byEntry[entered]], tree, false, -1);
                    entered++;
                }
                int to = from;
                while (to < order.length && sample.exit()[rows[order[to]]] == t) {
                    if (sample.event()[rows[order[to]]]) {
                        count(rows[order[to]], rank[order[to]], tree, false, 1);
                    }
                    to++;
                }
                for (int i = from; i < to; i++) {
                    tree.add(rank[order[i]], sample.event()[rows[order[i]]] ? 1 : 0);
                }
                for (int i = from; i < to; i++) {
                    if (!sample.event()[rows[order[i]]]) {
                        count(rows[order[i]], rank[order[i]], tree, false, 1);
                    }
                }
                from = to;
            }
        }

        private void count(int row, int rank, Tree tree, boolean isEvent) {
            count(row, rank, tree, isEvent, 1);
        }

        private void count(int row, int rank, Tree tree, boolean isEvent, int sign) {
            double lower = tree.below(rank);
            double equal = tree.below(rank + 1) - lower;
            double higher = tree.total() - lower - equal;
            comparable[row] += sign * (lower + equal + higher);
            concordant[row] += sign * ((isEvent ? lower : higher) + equal / 2);
        }

        private static double[] pick(double[] values, int[] rows) {
            return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
        }

        Concordance result(int[] cluster) {
            double pairs = Arrays.stream(comparable).sum() / 2;
            double value = Arrays.stream(concordant).sum() / 2 / pairs;
            double[] influence = new double[IntStream.of(cluster).max().orElse(-1) + 1];
            for (int i = 0; i < cluster.length; i++) {
                influence[cluster[i]] += (concordant[i] - value * comparable[i]) / pairs;
            }
            double variance = Arrays.stream(influence).map(x -> x * x).sum();
            return new Concordance(value, Math.sqrt(variance), pairs);
        }
    }

    /** Counts by rank (Fenwick, Softw Pract Exp 24:327, 1994). */
    private static final class Tree {
        private final double[] sums;
        private double total;

        Tree(int ranks) {
            sums = new double[ranks + 1];
        }

        void add(int rank, double count) {
            total += count;
            for (int i = rank + 1; i < sums.length; i += i & -i) {
                sums[i] += count;
            }
        }

        double below(int rank) {
            double sum = 0;
            for (int i = rank; i > 0; i -= i & -i) {
                sum += sums[i];
            }
            return sum;
        }

        double total() {
            return total;
        }
    }
}
