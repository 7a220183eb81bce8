package org.kindlin.numerics.survival;

import org.kindlin.numerics.statistics.Distributions;

/**
 * The chance that a cause has come by a time, while other causes may come first: the Aalen-Johansen estimate (Scand J Stat
 * 5:141, 1978) at every time of any event. Subjects who enter late count from their entry on.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param time distinct times of events of any cause, ascending
 * @param atRisk just before
 * @param own events of the cause
 * @param other events of all other causes
 * @param survival without any event, just before
 * @param incidence after the time
 */
public record CumulativeIncidence(
        double[] time, int[] atRisk, int[] own, int[] other, double[] survival, double[] incidence) {

    public static CumulativeIncidence of(CompetingSample sample, int cause) {
        int[] order = TimeOrder.ascending(sample.time());
        int steps = 0;
        double last = Double.NaN;
        for (int i : order) {
            if (sample.cause()[i] != 0 && sample.time()[i] != last) {
                steps++;
                last = sample.time()[i];
            }
        }
        CumulativeIncidence curve = new CumulativeIncidence(
                new double[steps],
                new int[steps],
                new int[steps],
                new int[steps],
                new double[steps],
                new double[steps]);
        curve.fill(sample, cause, order);
        return curve;
    }

    private void fill(CompetingSample sample, int cause, int[] order) {
        int[] entering = TimeOrder.ascending(sample.entry());
        int entered = 0;
        double s = 1;
        double f = 0;
        int at = 0;
        int from = 0;
        while (from < order.length) {
            double t = sample.time()[order[from]];
            int to = from;
            int d1 = 0;
            int d2 = 0;
            while (to < order.length && sample.time()[order[to]] == t) {
                int code = sample.cause()[order[to++]];
                d1 += code == cause ? 1 : 0;
                d2 += code != 0 && code != cause ? 1 : 0;
            }
            while (entered < entering.length && sample.entry()[entering[entered]] < t) {
                entered++;
            }
            if (d1 + d2 > 0) {
                int present = sample.isTruncated() ? entered - from : order.length - from;
                double n = present;
                f += s * d1 / n;
                time[at] = t;
                atRisk[at] = present;
                own[at] = d1;
                other[at] = d2;
                survival[at] = s;
                incidence[at] = f;
                s *= (n - d1 - d2) / n;
                at++;
            }
            from = to;
        }
    }

    /** The last entry at or before a time; -1 before the first. */
    public int indexAt(double t) {
        int low = 0;
        int high = time.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] <= t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The incidence at a time. */
    public double at(double t) {
        int i = indexAt(t);
        return i < 0 ? 0 : incidence[i];
    }

    /**
     * Variance of the incidence at a time, the hypergeometric variance of each cause's events propagated (Aalen 1978; Gray, Ann
     * Stat 16:1141, 1988).
     */
    public double varianceAt(double t) {
        int last = indexAt(t);
        double variance = 0;
        for (int i = 0; i <= last; i++) {
            double n = atRisk[i];
            double left = n - own[i] - other[i];
            if (n <= 1) {
                continue;
            }
            double later = left > 0 ? (incidence[last] - incidence[i]) * n / left : 0;
            double unit = 1 / ((n - 1) * n * n);
            variance += (survival[i] - later) * (survival[i] - later) * own[i] * (n - own[i]) * unit;
            variance += later * later * other[i] * (n - other[i]) * unit;
        }
        return variance;
    }

    /** Limits symmetric on the log(-log) scale of the incidence; NaN where it is zero or one. */
    public double[] limitsAt(double t, double level) {
        double f = at(t);
        if (!(f > 0 && f < 1)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double z = Distributions.normalQuantile(0.5 + level / 2);
        double width = z * Math.sqrt(varianceAt(t)) / (f * StrictMath.log(f));
        return new double[] {StrictMath.pow(f, StrictMath.exp(-width)), StrictMath.pow(f, StrictMath.exp(width))};
    }
}
