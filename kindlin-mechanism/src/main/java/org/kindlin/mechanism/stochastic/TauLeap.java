package org.kindlin.mechanism.stochastic;

import java.util.Arrays;

/**
 * Adaptive explicit tau-leaping: the length of a leap is such that no propensity is expected to change by more than 3 %
 * (Y. Cao, D. T. Gillespie, L. R. Petzold, J. Chem. Phys. 124:044109, 2006, with the highest order of a reactant taken as
 * two, and with the sum of gains and losses in place of their difference, so that balances that settle fast stay stable);
 * where that is hardly longer than a few jumps, or a leap would empty a pool, the exact method goes on. A workspace.
 */
final class TauLeap {
    private static final double CHANGE = 0.03;
    private static final double FEW_JUMPS = 10;
    private static final double HIGHEST_ORDER = 2;

    private final JumpNetwork network;
    private final RunState run;
    private final double[] gross;
    private final double[] spread;
    private final double[] before;
    private final long[] counts;

    TauLeap(JumpNetwork network, RunState run) {
        this.network = network;
        this.run = run;
        this.gross = new double[run.amounts.length];
        this.spread = new double[run.amounts.length];
        this.before = new double[run.amounts.length];
        this.counts = new long[network.reactions()];
    }

    /** How long a leap may be; 0 where jumps one by one are as good. */
    double length(double[] propensities, double total) {
        Arrays.fill(gross, 0);
        Arrays.fill(spread, 0);
        for (int r = 0; r < propensities.length; r++) {
            int[] states = network.changedStates(r);
            double[] by = network.changes(r);
            for (int i = 0; i < states.length; i++) {
                gross[states[i]] += Math.abs(by[i]) * propensities[r];
                spread[states[i]] += by[i] * by[i] * propensities[r];
            }
        }
        double length = Double.POSITIVE_INFINITY;
        for (int i = 0; i < gross.length; i++) {
            double allowed = Math.max(CHANGE * run.amounts[i] / HIGHEST_ORDER, 1);
            if (spread[i] > 0) {
                length = Math.min(length, allowed * allowed / spread[i]);
                length = Math.min(length, allowed / gross[i]);
            }
        }
        return length * total < FEW_JUMPS || Double.isInfinite(length) ? 0 : length;
    }

    /**
     * Makes the jumps of a leap of this length; halves it as long as a pool would become negative.
     *
     * @param limit where the leap ends if it may be that long
     * @return the time reached
     */
    double leap(double[] propensities, double length, double limit, RunRandom random) {
        System.arraycopy(run.amounts, 0, before, 0, before.length);
        for (int r = 0; r < counts.length; r++) {
            counts[r] = propensities[r] > 0 ? random.poisson(propensities[r] * length) : 0;
        }
        double made = length;
        while (!applied()) {
            thin(random);
            made /= 2;
        }
        return made == length && run.time + length >= limit ? limit : run.time + made;
    }

    private boolean applied() {
        System.arraycopy(before, 0, run.amounts, 0, before.length);
        for (int r = 0; r < counts.length; r++) {
            int[] states = network.changedStates(r);
            double[] by = network.changes(r);
            for (int i = 0; i < states.length; i++) {
                run.amounts[states[i]] += by[i] * counts[r];
            }
        }
        for (int i = 0; i < before.length; i++) {
            if (run.amounts[i] < 0 && spread[i] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Keeps those jumps that fall into the first half: given their number, each does so with probability one half. */
    private void thin(RunRandom random) {
        for (int r = 0; r < counts.length; r++) {
            long kept = 0;
            for (long k = 0; k < counts[r]; k++) {
                kept += random.coin() ? 1 : 0;
            }
            counts[r] = kept;
        }
    }
}
