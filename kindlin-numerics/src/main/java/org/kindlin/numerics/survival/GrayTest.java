package org.kindlin.numerics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Gray's test that the cumulative incidence of a cause is the same in all arms (R. J. Gray, Ann Stat 16:1141, 1988, rho 0).
 *
 * <p>The events of an arm are compared with their expectation under a common subdistribution hazard. In the notation of the
 * paper, h = n / S(t-) of an arm, and its subdistribution risk set is R = h (1 - F(t-)). The variance collects what each
 * event contributes at its time and, by way of the estimated curves, at all later times. Subjects who enter late are at risk from
 * their entry on: n counts them then, and n / S(t-) estimates how many would be under observation had nobody had an event, whatever
 * brought or took them (R. B. Geskus, Biometrics 67:39, 2011).
 */
public final class GrayTest {
    private final int arms;
    private final List<Step> steps = new ArrayList<>();
    private final double[] score;
    private final double[][] variance;

    /** An event time: by arm, subjects at risk, events of the cause, of others, and survival before and after. */
    private record Step(
            int[] atRisk,
            int[] own,
            int[] other,
            double[] before,
            double[] after,
            double pooled,
            double[] h,
            double hazard) {}

    /** Outcome: chi-squared with its degrees of freedom. */
    public record Outcome(double chiSquared, int df) {
        public double p() {
            return df == 0 ? 1 : Distributions.chiSquaredUpperTail(chiSquared, df);
        }
    }

    private GrayTest(CompetingSample sample, int[] arm, int arms, int cause) {
        this.arms = arms;
        score = new double[arms];
        variance = new double[arms][arms];
        forward(sample, arm, cause);
        backward();
    }

    /**
     * The test.
     *
     * @param arm of each subject, from 0
     * @throws ArithmeticException where all at risk of an arm had an event while others of it entered later: the curve of the arm
     *     is then zero for good, and nothing is known of those
     */
    public static Outcome of(CompetingSample sample, int[] arm, int arms, int cause) {
        GrayTest test = new GrayTest(sample, arm, arms, cause);
        QuadraticForm form = QuadraticForm.of(test.variance, test.score);
        return new Outcome(form.value(), form.rank());
    }

    /** Curves and scores, from the first event time to the last. */
    private void forward(CompetingSample sample, int[] arm, int cause) {
        int[] order = TimeOrder.ascending(sample.time());
        int[] entering = TimeOrder.ascending(sample.entry());
        int entered = 0;
        int[] atRisk = new int[arms];
        if (!sample.isTruncated()) {
            IntStream.of(arm).forEach(a -> atRisk[a]++);
        }
        double[] survival = new double[arms];
        Arrays.fill(survival, 1);
        double[] incidence = new double[arms];
        double pooled = 0;
        int from = 0;
        while (from < order.length) {
            int[] own = new int[arms];
            int[] other = new int[arms];
            int[] leaving = new int[arms];
            int to = from;
            while (to < order.length && sample.time()[order[to]] == sample.time()[order[from]]) {
                int subject = order[to++];
                int code = sample.cause()[subject];
                leaving[arm[subject]]++;
                own[arm[subject]] += code == cause ? 1 : 0;
                other[arm[subject]] += code != 0 && code != cause ? 1 : 0;
            }
            double now = sample.time()[order[from]];
            while (entered < entering.length && sample.entry()[entering[entered]] < now) {
                atRisk[arm[entering[entered++]]]++;
            }
            if (IntStream.of(own).sum() + IntStream.of(other).sum() > 0) {
                pooled = step(atRisk.clone(), own, other, survival, incidence, pooled);
            }
            for (int a = 0; a < arms; a++) {
                atRisk[a] -= leaving[a];
            }
            from = to;
        }
    }

    private double step(int[] n, int[] own, int[] other, double[] survival, double[] incidence, double pooled) {
        double[] before = survival.clone();
        double[] h = new double[arms];
        double allH = 0;
        double allR = 0;
        for (int a = 0; a < arms; a++) {
            if (n[a] > 0 && !(before[a] > 0)) {
                throw new ArithmeticException("all at risk of an arm had an event before others of it entered");
            }
            h[a] = n[a] > 0 ? n[a] / before[a] : 0;
            allH += h[a];
            allR += h[a] * (1 - incidence[a]);
        }
        double events = IntStream.of(own).sum();
        for (int a = 0; a < arms; a++) {
            score[a] += own[a] - events * h[a] * (1 - incidence[a]) / allR;
            if (n[a] > 0) {
                incidence[a] += before[a] * own[a] / n[a];
                survival[a] = before[a] * (n[a] - own[a] - other[a]) / n[a];
            }
        }
        double after = pooled + events / allH;
        double hazard = events / (allH * (1 - pooled));
        steps.add(new Step(n, own, other, before, survival.clone(), after, h, hazard));
        return after;
    }

    /** The variance, from the last event time to the first, with what still follows. */
    private void backward() {
        double[][] later = new double[arms][arms];
        for (Step step : steps.reversed()) {
            double allH = Arrays.stream(step.h()).sum();
            double events = IntStream.of(step.own()).sum();
            for (int r = 0; r < arms; r++) {
                if (step.atRisk()[r] > 0) {
                    add(step, r, allH, events, later);
                }
            }
            for (int k = 0; k < arms; k++) {
                for (int r = 0; r < arms; r++) {
                    later[k][r] += own(step, k, r, allH) * step.hazard();
                }
            }
        }
    }

    private static double own(Step step, int k, int r, double allH) {
        return step.h()[r] * ((k == r ? 1 : 0) - step.h()[k] / allH);
    }

    private void add(Step step, int r, double allH, double events, double[][] later) {
        double s = step.after()[r];
        double ratio = s > 0 ? (1 - step.pooled()) / s : 0;
        double tie = events > 1 ? 1 - (events - 1) / (allH * step.before()[r] - 1) : 1;
        double ownUnit = tie * events / (allH * step.h()[r]);
        double d2 = step.other()[r];
        double n = step.atRisk()[r];
        double otherUnit = s > 0 && d2 > 0 && n > 1 ? d2 * (n - d2) / (n - 1) / (step.h()[r] * step.h()[r]) : 0;
        for (int k = 0; k < arms; k++) {
            double first = own(step, k, r, allH) + (1 - ratio) * later[k][r];
            for (int l = 0; l < arms; l++) {
                double second = own(step, l, r, allH) + (1 - ratio) * later[l][r];
                variance[k][l] += first * second * ownUnit;
                variance[k][l] += ratio * later[k][r] * ratio * later[l][r] * otherUnit;
            }
        }
    }
}
