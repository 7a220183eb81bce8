package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.numerics.survival.TimeOrder;

/**
 * The rows of a model sorted by stratum and falling exit, so that one sweep builds every risk set by adding rows, and takes
 * away those that had not entered. Covariates are centred and scaled to unit spread; {@link #scale} carries back.
 */
final class RiskSets {
    final int rows;
    final int terms;
    /** Covariates by sorted position. */
    final double[][] column;

    final double[] exit;
    final double[] entry;
    final boolean[] event;
    final double[] centre;
    final double[] scale;
    /** Position in the data given, by sorted position. */
    final int[] origin;
    /** First sorted position of each stratum, and the end of the last. */
    final int[] strata;

    private final int[] byEntry;

    /** Takes what a sweep finds at each event time. */
    interface Visitor {
        /**
         * An event time.
         *
         * @param first sorted position where the stratum begins: candidates of the risk set are {@code first..to - 1}
         * @param from first sorted position of the rows that leave at this time
         * @param to end of those rows
         * @param deaths how many of them have the event
         * @param risk sums over the risk set
         * @param tied sums over those with the event
         */
        void visit(int first, int from, int to, int deaths, RiskSums risk, RiskSums tied);
    }

    RiskSets(CoxData data) {
        rows = data.sample().size();
        terms = data.terms();
        origin = order(data);
        strata = bounds(data, origin);
        exit = pick(data.sample().exit());
        entry = data.sample().isTruncated() ? pick(data.sample().entry()) : new double[0];
        event = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            event[i] = data.sample().event()[origin[i]];
        }
        centre = new double[terms];
        scale = new double[terms];
        column = new double[terms][];
        for (int j = 0; j < terms; j++) {
            column[j] = standardise(j, data.covariates()[j]);
        }
        byEntry = data.sample().isTruncated() ? byEntry() : new int[0];
    }

    private static int[] order(CoxData data) {
        int[] byTime = TimeOrder.descending(data.sample().exit());
        if (data.stratum().length == 0) {
            return byTime;
        }
        double[] layer =
                IntStream.of(byTime).mapToDouble(i -> data.stratum()[i]).toArray();
        return IntStream.of(TimeOrder.ascending(layer)).map(i -> byTime[i]).toArray();
    }

    private static int[] bounds(CoxData data, int[] order) {
        int[] stratum = data.stratum();
        IntStream inner = stratum.length == 0
                ? IntStream.empty()
                : IntStream.range(1, order.length).filter(i -> stratum[order[i]] != stratum[order[i - 1]]);
        return IntStream.concat(IntStream.of(0), IntStream.concat(inner, IntStream.of(order.length)))
                .toArray();
    }

    private double[] pick(double[] values) {
        double[] sorted = new double[rows];
        for (int i = 0; i < rows; i++) {
            sorted[i] = values[origin[i]];
        }
        return sorted;
    }

    /** Centres and scales a covariate, and sorts it. */
    private double[] standardise(int term, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / rows;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double spread = Math.sqrt(squares / rows);
        double unit = spread > 1e-12 * Math.abs(mean) && spread > 0 ? spread : 1;
        centre[term] = mean;
        scale[term] = unit;
        double[] sorted = new double[rows];
        for (int i = 0; i < rows; i++) {
            sorted[i] = (values[origin[i]] - mean) / unit;
        }
        return sorted;
    }

    void copyRow(int row, double[] to) {
        for (int j = 0; j < terms; j++) {
            to[j] = column[j][row];
        }
    }

    /** Sorted positions of each stratum by falling entry. */
    private int[] byEntry() {
        int[] all = TimeOrder.descending(entry);
        double[] layer = new double[rows];
        for (int s = 0; s + 1 < strata.length; s++) {
            Arrays.fill(layer, strata[s], strata[s + 1], s);
        }
        double[] layers = IntStream.of(all).mapToDouble(i -> layer[i]).toArray();
        return IntStream.of(TimeOrder.ascending(layers)).map(i -> all[i]).toArray();
    }

    /** The linear predictor of every row. */
    double[] predictor(double[] beta) {
        double[] eta = new double[rows];
        for (int j = 0; j < terms; j++) {
            for (int i = 0; i < rows; i++) {
                eta[i] += column[j][i] * beta[j];
            }
        }
        return eta;
    }

    /** Visits every event time, strata in turn, each from the last time to the first. */
    void sweep(double[] weight, Visitor visitor) {
        sweep(weight, visitor, false);
    }

    /** As above, with sums of products of three covariates where asked for. */
    void sweep(double[] weight, Visitor visitor, boolean withThird) {
        RiskSums risk = new RiskSums(terms, withThird);
        RiskSums tied = new RiskSums(terms, withThird);
        double[] row = new double[terms];
        for (int s = 0; s + 1 < strata.length; s++) {
            risk.clear();
            int first = strata[s];
            int gone = first;
            int from = first;
            while (from < strata[s + 1]) {
                double t = exit[from];
                int to = from;
                int deaths = 0;
                while (to < strata[s + 1] && exit[to] == t) {
                    copyRow(to, row);
                    risk.add(weight[to], row, 0);
                    deaths += event[to] ? 1 : 0;
                    to++;
                }
                if (deaths > 0) {
                    gone = removeLater(t, gone, strata[s + 1], first, to, weight, risk, row);
                    addTied(from, to, weight, tied, row);
                    visitor.visit(first, from, to, deaths, risk, tied);
                }
                from = to;
            }
        }
    }

    /** Takes away who enters at or after t; empty sets are set to zero, so that no rounding is left over. */
    private int removeLater(
            double t, int from, int end, int first, int added, double[] weight, RiskSums risk, double[] row) {
        int gone = from;
        if (byEntry.length == 0) {
            return gone;
        }
        while (gone < end && entry[byEntry[gone]] >= t) {
            copyRow(byEntry[gone], row);
            risk.add(-weight[byEntry[gone]], row, 0);
            gone++;
            if (gone - first == added - first) {
                risk.clear();
            }
        }
        return gone;
    }

    private void addTied(int from, int to, double[] weight, RiskSums tied, double[] row) {
        tied.clear();
        for (int i = from; i < to; i++) {
            if (event[i]) {
                copyRow(i, row);
                tied.add(weight[i], row, 0);
            }
        }
    }
}
