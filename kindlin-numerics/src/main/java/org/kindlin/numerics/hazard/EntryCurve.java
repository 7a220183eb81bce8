package org.kindlin.numerics.hazard;

import org.kindlin.numerics.survival.CompetingSample;
import org.kindlin.numerics.survival.TimeOrder;

/**
 * The distribution of times of entry, which delayed entry shows only of those who have not had an event before: the product-limit
 * estimate in reversed time, {@code H(t-) = Π (1 - e(l) / n(l))} over times of entry l from t on, e subjects entering at l and n being
 * under observation at l or entering then (M. Woodroofe, Ann Stat 13:163, 1985; N. Keiding and R. D. Gill, Ann Stat 18:582, 1990).
 */
final class EntryCurve {
    private EntryCurve() {}

    /**
     * The curve just before times.
     *
     * @param times ascending
     */
    static double[] before(CompetingSample sample, double[] times) {
        int[] entries = TimeOrder.descending(sample.entry());
        int[] exits = TimeOrder.descending(sample.time());
        double[] curve = new double[times.length];
        double product = 1;
        int entry = 0;
        int exit = 0;
        for (int i = times.length - 1; i >= 0; i--) {
            while (entry < entries.length && sample.entry()[entries[entry]] >= times[i]) {
                double at = sample.entry()[entries[entry]];
                while (exit < exits.length && sample.time()[exits[exit]] > at) {
                    exit++;
                }
                int later = entry; // subjects that enter after the time looked at
                while (entry < entries.length && sample.entry()[entries[entry]] == at) {
                    entry++;
                }
                product *= 1 - (entry - later) / (double) (exit - later);
            }
            curve[i] = product;
        }
        return curve;
    }
}
