package org.kindlin.numerics.hazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.survival.TimeOrder;

/**
 * Residuals of a fitted Cox model and what is built from them: baseline hazard, deviance, influence, robust variance.
 *
 * <p>Under the exact likelihood, residuals are those of Breslow's form.
 */
public final class CoxResiduals {
    private final CoxFit fit;
    private final RiskSets sets;
    private final double[] weight;
    private final List<EventStep> steps = new ArrayList<>();
    private final int[] stepStarts;
    private final double[] martingale;
    private final double[][] score;

    private CoxResiduals(CoxFit fit) {
        this.fit = fit;
        sets = new RiskSets(fit.data());
        double[] beta = new double[sets.terms];
        for (int j = 0; j < beta.length; j++) {
            beta[j] = fit.coefficients()[j] * sets.scale[j];
        }
        weight = RiskSetLikelihood.weights(sets.predictor(beta));
        Ties ties = fit.ties() == Ties.EXACT ? Ties.BRESLOW : fit.ties();
        sets.sweep(
                weight,
                (_, from, to, deaths, risk, tied) -> steps.add(new EventStep(from, to, deaths, ties, risk, tied)));
        stepStarts = stepStarts();
        martingale = new double[sets.rows];
        score = new double[sets.terms][sets.rows];
        for (int s = 0; s + 1 < sets.strata.length; s++) {
            stratum(s);
        }
    }

    public static CoxResiduals of(CoxFit fit) {
        return new CoxResiduals(fit);
    }

    /** Martingale residuals: events less cumulative hazard, by row of the data. */
    public double[] martingale() {
        return martingale;
    }

    /** Deviance residuals: martingale residuals made more symmetric about zero. */
    public double[] deviance() {
        double[] deviance = new double[martingale.length];
        boolean[] event = fit.data().sample().event();
        for (int i = 0; i < deviance.length; i++) {
            double m = martingale[i];
            double d = event[i] ? 1 : 0;
            double log = event[i] ? StrictMath.log(1 - m) : 0;
            deviance[i] = Math.signum(m) * Math.sqrt(Math.max(0, -2 * (m + d * log)));
        }
        return deviance;
    }

    /** Change of the coefficients when each row is left out, to first order: by term, then row. */
    public double[][] influence() {
        double[][] influence = new double[sets.terms][sets.rows];
        for (int j = 0; j < sets.terms; j++) {
            for (int k = 0; k < sets.terms; k++) {
                for (int i = 0; i < sets.rows; i++) {
                    influence[j][i] += fit.covariance()[j][k] * score[k][i];
                }
            }
        }
        return influence;
    }

    /**
     * The sandwich covariance that holds where rows of a cluster depend on each other (Lin and Wei, J Am Stat Assoc 84:1074,
     * 1989).
     *
     * @param cluster of each row, from 0
     */
    public double[][] robustCovariance(int[] cluster) {
        int clusters = IntStream.of(cluster).max().orElse(-1) + 1;
        double[][] influence = influence();
        double[][] sums = new double[sets.terms][clusters];
        for (int j = 0; j < sets.terms; j++) {
            for (int i = 0; i < cluster.length; i++) {
                sums[j][cluster[i]] += influence[j][i];
            }
        }
        double[][] covariance = new double[sets.terms][sets.terms];
        for (int j = 0; j < sets.terms; j++) {
            for (int k = 0; k < sets.terms; k++) {
                for (int c = 0; c < clusters; c++) {
                    covariance[j][k] += sums[j][c] * sums[k][c];
                }
            }
        }
        return covariance;
    }

    /** The cumulative baseline hazard of a stratum, at covariates of zero, at each event time ascending. */
    public BaselineHazard baseline(int stratum) {
        double offset = 0;
        for (int j = 0; j < sets.terms; j++) {
            offset += fit.coefficients()[j] * sets.centre[j];
        }
        double[] times = new double[stepStarts[stratum + 1] - stepStarts[stratum]];
        double[] hazard = new double[times.length];
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            EventStep step = steps.get(stepStarts[stratum + 1] - 1 - i);
            times[i] = sets.exit[step.from];
            sum += step.hazard;
            hazard[i] = sum * StrictMath.exp(-offset);
        }
        return new BaselineHazard(times, hazard);
    }

    /** A step function: the cumulative hazard after each time. */
    public record BaselineHazard(double[] time, double[] cumulative) {}

    List<EventStep> steps() {
        return steps;
    }

    RiskSets sets() {
        return sets;
    }

    private int[] stepStarts() {
        int[] starts = new int[sets.strata.length];
        int at = 0;
        for (int s = 0; s + 1 < sets.strata.length; s++) {
            starts[s] = at;
            while (at < steps.size() && steps.get(at).from < sets.strata[s + 1]) {
                at++;
            }
        }
        starts[sets.strata.length - 1] = steps.size();
        return starts;
    }

    /** Cumulates hazards from the first event time of a stratum on, and closes each row where it leaves. */
    private void stratum(int s) {
        int begin = sets.strata[s];
        int end = sets.strata[s + 1];
        int[] byEntry =
                sets.entry.length == 0 ? new int[0] : TimeOrder.ascending(Arrays.copyOfRange(sets.entry, begin, end));
        double hazard = 0;
        double[] weighted = new double[sets.terms];
        int step = stepStarts[s + 1] - 1;
        int entered = 0;
        for (int i = end - 1; i >= begin; i--) {
            double t = sets.exit[i];
            while (step >= stepStarts[s] && sets.exit[steps.get(step).from] < t) {
                double at = sets.exit[steps.get(step).from];
                entered = enter(byEntry, entered, begin, at, hazard, weighted);
                hazard += steps.get(step).hazard;
                add(weighted, steps.get(step).weighted);
                step--;
            }
            entered = enter(byEntry, entered, begin, t, hazard, weighted);
            close(
                    i,
                    step >= stepStarts[s] && sets.exit[steps.get(step).from] == t ? steps.get(step) : null,
                    hazard,
                    weighted);
        }
    }

    private static void add(double[] to, double[] what) {
        for (int j = 0; j < to.length; j++) {
            to[j] += what[j];
        }
    }

    /** Rows that enter before t owe nothing of the hazard so far. */
    private int enter(int[] byEntry, int from, int begin, double t, double hazard, double[] weighted) {
        int entered = from;
        while (entered < byEntry.length && sets.entry[begin + byEntry[entered]] < t) {
            int row = begin + byEntry[entered++];
            int origin = sets.origin[row];
            martingale[origin] += weight[row] * hazard;
            for (int j = 0; j < sets.terms; j++) {
                score[j][origin] += weight[row] * (x(row, j) * hazard - weighted[j]);
            }
        }
        return entered;
    }

    private double x(int row, int term) {
        return sets.column[term][row];
    }

    private void close(
            int row, @org.jspecify.annotations.Nullable EventStep own, double before, double[] weightedBefore) {
        int origin = sets.origin[row];
        boolean event = sets.event[row];
        double hazard = before + (own == null ? 0 : event ? own.ownHazard : own.hazard);
        martingale[origin] += (event ? 1 : 0) - weight[row] * hazard;
        for (int j = 0; j < sets.terms; j++) {
            double extra = own == null ? 0 : event ? own.ownWeighted[j] : own.weighted[j];
            double sum = score[j][origin] - weight[row] * (x(row, j) * hazard - weightedBefore[j] - extra);
            double gain = event && own != null ? x(row, j) - own.mean[j] : 0;
            score[j][origin] = (sum + gain) * sets.scale[j];
        }
    }
}
