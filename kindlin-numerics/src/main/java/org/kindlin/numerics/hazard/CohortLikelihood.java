package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The partial likelihood by Breslow or Efron of rows that are all at risk from time zero, in two passes by columns.
 *
 * <p>The first pass adds rows from the last time to the first and finds hazard increment and mean covariates m of every event.
 * The second goes back and gives each row its cumulative hazard H: the score is Σ x (event - w H), the information
 * Σ w H x xᵀ - Σ m mᵀ over rows and events, so that no matrix is carried from one risk set to the next. Rows pass in chunks
 * that stay in the processor's cache; a chunk ends where a time ends.
 */
final class CohortLikelihood {
    private static final int CHUNK = 1024;

    private final RiskSets sets;
    private final Ties ties;
    private final int terms;
    private final int[] chunks;
    /** Sums of the covariates over all events. */
    private final double[] eventSum;

    private final double[] weight;
    /** Hazard increment of each time, at its first row, for those without the event. */
    private final double[] increment;
    /** The same for those that have the event then, less than the others' under Efron's correction. */
    private final double[] ownIncrement;

    private final double[][] prefix;
    private final double[] local;
    private final CrossProducts rows;
    private final EventMeans events;

    private CohortLikelihood(RiskSets sets, Ties ties) {
        this.sets = sets;
        this.ties = ties;
        terms = sets.terms;
        chunks = chunks(sets);
        eventSum = eventSum(sets);
        weight = new double[sets.rows];
        increment = new double[sets.rows];
        ownIncrement = ties == Ties.EFRON ? new double[sets.rows] : increment;
        int most = IntStream.range(1, chunks.length)
                .map(c -> chunks[c] - chunks[c - 1])
                .max()
                .orElse(0);
        prefix = new double[terms + 1][most];
        local = new double[most];
        rows = new CrossProducts(terms);
        events = new EventMeans(terms);
    }

    /** Whether these rows and this treatment of ties have a likelihood of this kind. */
    static boolean suits(RiskSets sets, Ties ties) {
        return sets.entry.length == 0 && ties != Ties.EXACT;
    }

    static CohortLikelihood of(RiskSets sets, Ties ties) {
        return new CohortLikelihood(sets, ties);
    }

    /** Ends of chunks: whole times, within a stratum. */
    private static int[] chunks(RiskSets sets) {
        IntStream.Builder ends = IntStream.builder().add(0);
        int begin = 0;
        for (int s = 1; s < sets.strata.length; s++) {
            for (int i = begin + 1; i <= sets.strata[s]; i++) {
                boolean ended = i == sets.strata[s];
                if (ended || (i - begin >= CHUNK && sets.exit[i] != sets.exit[i - 1])) {
                    ends.add(i);
                    begin = i;
                }
            }
        }
        return ends.build().toArray();
    }

    private static double[] eventSum(RiskSets sets) {
        double[] sum = new double[sets.terms];
        for (int i = 0; i < sets.rows; i++) {
            for (int j = 0; sets.event[i] && j < sum.length; j++) {
                sum[j] += sets.column[j][i];
            }
        }
        return sum;
    }

    /** At these coefficients of the scaled covariates. */
    PartialLikelihood at(double[] beta) {
        events.clear();
        rows.clear();
        double[] carried = new double[terms + 1];
        int stratum = 0;
        for (int c = 0; c + 1 < chunks.length; c++) {
            if (chunks[c] == sets.strata[stratum]) {
                Arrays.fill(carried, 0);
                stratum++;
            }
            fall(chunks[c], chunks[c + 1], beta, carried);
        }
        events.flush();
        double hazard = 0;
        for (int c = chunks.length - 2; c >= 0; c--) {
            if (chunks[c + 1] == sets.strata[stratum]) {
                hazard = 0;
                stratum--;
            }
            hazard = rise(chunks[c], chunks[c + 1], hazard);
        }
        return likelihood(beta);
    }

    private PartialLikelihood likelihood(double[] beta) {
        double logLikelihood = -events.logTotals();
        double[] score = new double[terms];
        for (int j = 0; j < terms; j++) {
            logLikelihood += beta[j] * eventSum[j];
            score[j] = eventSum[j] - rows.first(j);
        }
        double[] information = new double[terms * (terms + 1) / 2];
        for (int i = 0; i < information.length; i++) {
            information[i] = rows.second(i) - events.products().second(i);
        }
        return new PartialLikelihood(logLikelihood, score, information);
    }

    /** From the last time of a chunk to its first; sums carried from the chunk before. */
    private void fall(int begin, int end, double[] beta, double[] carried) {
        int size = end - begin;
        Arrays.fill(local, 0, size, 0);
        for (int j = 0; j < terms; j++) {
            addMultiple(local, beta[j], sets.column[j], begin, size);
        }
        double total = carried[terms];
        for (int i = 0; i < size; i++) {
            double w = StrictMath.exp(local[i]);
            local[i] = w;
            weight[begin + i] = w;
            total += w;
            prefix[terms][i] = total;
        }
        carried[terms] = total;
        for (int j = 0; j < terms; j++) {
            carried[j] = accumulate(prefix[j], local, sets.column[j], begin, size, carried[j]);
        }
        int from = begin;
        while (from < end) {
            from = time(begin, from, end);
        }
        events.flush();
    }

    private static void addMultiple(double[] sum, double factor, double[] values, int begin, int size) {
        for (int i = 0; i < size; i++) {
            sum[i] += factor * values[begin + i];
        }
    }

    private static double accumulate(
            double[] sums, double[] weight, double[] values, int begin, int size, double carried) {
        double sum = carried;
        for (int i = 0; i < size; i++) {
            sum += weight[i] * values[begin + i];
            sums[i] = sum;
        }
        return sum;
    }

    /** One time and its events; returns the first row of the next. */
    private int time(int begin, int from, int end) {
        double t = sets.exit[from];
        int deaths = 0;
        int to = from;
        while (to < end && sets.exit[to] == t) {
            deaths += sets.event[to] ? 1 : 0;
            to++;
        }
        increment[from] = 0;
        ownIncrement[from] = 0;
        if (deaths == 0) {
            return to;
        }
        if (deaths == 1 || ties == Ties.BRESLOW) {
            double hazard = deaths * events.add(deaths, prefix, to - 1 - begin);
            increment[from] = hazard;
            ownIncrement[from] = hazard;
        } else {
            efron(begin, from, to, deaths);
        }
        return to;
    }

    private void efron(int begin, int from, int to, int deaths) {
        double[] tied = new double[terms + 1];
        for (int i = from; i < to; i++) {
            if (sets.event[i]) {
                for (int j = 0; j < terms; j++) {
                    tied[j] += weight[i] * sets.column[j][i];
                }
                tied[terms] += weight[i];
            }
        }
        double hazard = 0;
        double own = 0;
        for (int k = 0; k < deaths; k++) {
            double share = (double) k / deaths;
            double inverse = events.add(prefix, to - 1 - begin, share, tied);
            hazard += inverse;
            own += (1 - share) * inverse;
        }
        increment[from] = hazard;
        ownIncrement[from] = own;
    }

    /** From the first time of a chunk to its last; returns the cumulative hazard. */
    private double rise(int begin, int end, double hazardBefore) {
        double hazard = hazardBefore;
        int to = end;
        while (to > begin) {
            double t = sets.exit[to - 1];
            int from = to - 1;
            while (from > begin && sets.exit[from - 1] == t) {
                from--;
            }
            double others = hazard + increment[from];
            double own = hazard + ownIncrement[from];
            for (int i = from; i < to; i++) {
                local[i - begin] = weight[i] * (sets.event[i] ? own : others);
            }
            hazard = others;
            to = from;
        }
        rows.add(local, sets.column, begin, end - begin);
        return hazard;
    }
}
