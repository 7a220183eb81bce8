package org.kindlin.numerics.survival;

import java.util.Arrays;

/**
 * Tests of the log-rank family for any number of arms, strata and delayed entry.
 *
 * <p>Within each stratum and at each event time, the events of an arm are compared with their hypergeometric expectation
 * given the numbers at risk (Mantel 1966; Peto and Peto, J R Stat Soc A 135:185, 1972; weighted: Fleming and Harrington
 * 1991); observed, expected and covariance are summed over times and strata.
 */
public final class LogRank {
    private final ComparedArms data;
    private final LogRankWeight weight;
    private final double[] observed;
    private final double[] expected;
    private final double[][] covariance;

    private LogRank(ComparedArms data, LogRankWeight weight) {
        this.data = data;
        this.weight = weight;
        observed = new double[data.arms()];
        expected = new double[data.arms()];
        covariance = new double[data.arms()][data.arms()];
    }

    public static LogRankResult test(ComparedArms data, LogRankWeight weight) {
        return new LogRank(data, weight).result();
    }

    private LogRankResult result() {
        int[] order = TimeOrder.ascending(data.sample().exit());
        int[] entryOrder = TimeOrder.ascending(data.sample().entry());
        for (int stratum = 0; stratum < data.strata(); stratum++) {
            if (data.strata() == 1) {
                addStratum(order, entryOrder);
            } else {
                addStratum(within(order, stratum), within(entryOrder, stratum));
            }
        }
        return new LogRankResult(observed, expected, covariance);
    }

    private int[] within(int[] order, int stratum) {
        return Arrays.stream(order).filter(i -> data.stratumOf(i) == stratum).toArray();
    }

    private void addStratum(int[] order, int[] entryOrder) {
        double[] exit = data.sample().exit();
        double[] entry = data.sample().entry();
        int[] atRisk = new int[data.arms()];
        if (entry.length == 0) {
            Arrays.stream(order).forEach(i -> atRisk[data.arm()[i]]++);
        }
        int[] deaths = new int[data.arms()];
        double survival = 1;
        int entered = 0;
        int from = 0;
        while (from < order.length) {
            double t = exit[order[from]];
            while (entered < entryOrder.length && entry[entryOrder[entered]] < t) {
                atRisk[data.arm()[entryOrder[entered++]]]++;
            }
            Arrays.fill(deaths, 0);
            int to = from;
            while (to < order.length && exit[order[to]] == t) {
                deaths[data.arm()[order[to]]] += data.sample().event()[order[to]] ? 1 : 0;
                to++;
            }
            survival = addTime(atRisk, deaths, survival);
            for (int i = from; i < to; i++) {
                atRisk[data.arm()[order[i]]]--;
            }
            from = to;
        }
    }

    /** Adds one time and returns the pooled survival after it. */
    private double addTime(int[] atRisk, int[] deaths, double survival) {
        int d = Arrays.stream(deaths).sum();
        if (d == 0) {
            return survival;
        }
        int n = Arrays.stream(atRisk).sum();
        double w = weight.at(survival, n);
        double common = n > 1 ? w * w * d * (n - d) / (n - 1.0) : 0;
        for (int a = 0; a < atRisk.length; a++) {
            double share = (double) atRisk[a] / n;
            observed[a] += w * deaths[a];
            expected[a] += w * d * share;
            for (int b = 0; b < atRisk.length; b++) {
                covariance[a][b] += common * share * ((a == b ? 1 : 0) - (double) atRisk[b] / n);
            }
        }
        return survival * (n - d) / n;
    }
}
