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
    final double[] design;
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
        design = design(data);
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

    private double[] design(CoxData data) {
        double[] x = new double[rows * terms];
        for (int j = 0; j < terms; j++) {
            double[] column = data.covariates()[j];
            double mean = Arrays.stream(column).sum() / rows;
            double squares = 0;
            for (double value : column) {
                squares += (value - mean) * (value - mean);
            }
            double spread = Math.sqrt(squares / rows);
            centre[j] = mean;
            scale[j] = spread > 1e-12 * Math.abs(mean) && spread > 0 ? spread : 1;
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < terms; j++) {
                x[i * terms + j] = (data.covariates()[j][origin[i]] - centre[j]) / scale[j];
            }
        }
        return x;
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
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            int offset = i * terms;
            for (int j = 0; j < terms; j++) {
                sum += design[offset + j] * beta[j];
            }
            eta[i] = sum;
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
                    risk.add(weight[to], design, to);
                    deaths += event[to] ? 1 : 0;
                    to++;
                }
                if (deaths > 0) {
                    gone = removeLater(t, gone, strata[s + 1], first, to, weight, risk);
                    addTied(from, to, weight, tied);
                    visitor.visit(first, from, to, deaths, risk, tied);
                }
                from = to;
            }
        }
    }

    /** Takes away who enters at or after t; empty sets are set to zero, so that no rounding is left over. */
    private int removeLater(double t, int from, int end, int first, int added, double[] weight, RiskSums risk) {
        int gone = from;
        if (byEntry.length == 0) {
            return gone;
        }
        while (gone < end && entry[byEntry[gone]] >= t) {
            risk.add(-weight[byEntry[gone]], design, byEntry[gone]);
            gone++;
            if (gone - first == added - first) {
                risk.clear();
            }
        }
        return gone;
    }

    private void addTied(int from, int to, double[] weight, RiskSums tied) {
        tied.clear();
        for (int i = from; i < to; i++) {
            if (event[i]) {
                tied.add(weight[i], design, i);
            }
        }
    }
}
