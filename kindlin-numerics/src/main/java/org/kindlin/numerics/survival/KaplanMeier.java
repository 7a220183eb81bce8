package org.kindlin.numerics.survival;

import java.util.Arrays;

/**
 * The product-limit estimator (E. L. Kaplan and P. Meier, J Am Stat Assoc 53:457, 1958) with delayed entry; at a tied time
 * events come before censorings, entries after both.
 *
 * <p>Costs three sorts of plain numbers: O(n log n).
 */
public final class KaplanMeier {
    private final double[] deaths;
    private final double[] losses;
    private final double[] entries;
    private int dead;
    private int lost;
    private int entered;

    private KaplanMeier(SurvivalSample sample) {
        int events = sample.events();
        deaths = new double[events];
        losses = new double[sample.size() - events];
        int d = 0;
        int c = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (sample.event()[i]) {
                deaths[d++] = sample.exit()[i];
            } else {
                losses[c++] = sample.exit()[i];
            }
        }
        Arrays.sort(deaths);
        Arrays.sort(losses);
        entries = sample.entry().clone();
        Arrays.sort(entries);
    }

    public static SurvivalCurve of(SurvivalSample sample) {
        return new KaplanMeier(sample).curve();
    }

    private SurvivalCurve curve() {
        int steps = distinct();
        double[] time = new double[steps];
        int[] atRisk = new int[steps];
        int[] events = new int[steps];
        int[] censored = new int[steps];
        double[] survival = new double[steps];
        double[] logVariance = new double[steps];
        double[] hazard = new double[steps];
        double[] hazardVariance = new double[steps];
        double s = 1;
        double greenwood = 0;
        double nelson = 0;
        double nelsonVariance = 0;
        for (int i = 0; i < steps; i++) {
            double t = next();
            int n = atRisk(t);
            int d = run(deaths, dead, t);
            int c = run(losses, lost, t);
            dead += d;
            lost += c;
            if (d > 0) {
                s *= (double) (n - d) / n;
                greenwood += d / ((double) n * (n - d));
                nelson += (double) d / n;
                nelsonVariance += (double) d / ((double) n * n);
            }
            time[i] = t;
            atRisk[i] = n;
            events[i] = d;
            censored[i] = c;
            survival[i] = s;
            logVariance[i] = greenwood;
            hazard[i] = nelson;
            hazardVariance[i] = nelsonVariance;
        }
        return new SurvivalCurve(time, atRisk, events, censored, survival, logVariance, hazard, hazardVariance);
    }

    private int distinct() {
        int steps = 0;
        int d = 0;
        int c = 0;
        while (d < deaths.length || c < losses.length) {
            double t = Math.min(
                    d < deaths.length ? deaths[d] : Double.POSITIVE_INFINITY,
                    c < losses.length ? losses[c] : Double.POSITIVE_INFINITY);
            d += run(deaths, d, t);
            c += run(losses, c, t);
            steps++;
        }
        return steps;
    }

    private double next() {
        return Math.min(
                dead < deaths.length ? deaths[dead] : Double.POSITIVE_INFINITY,
                lost < losses.length ? losses[lost] : Double.POSITIVE_INFINITY);
    }

    /** Who entered before t and has not left before it. */
    private int atRisk(double t) {
        if (entries.length == 0) {
            return deaths.length + losses.length - dead - lost;
        }
        while (entered < entries.length && entries[entered] < t) {
            entered++;
        }
        return entered - dead - lost;
    }

    private static int run(double[] sorted, int from, double t) {
        int end = from;
        while (end < sorted.length && sorted[end] == t) {
            end++;
        }
        return end - from;
    }
}
