package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.LaneKernel;

/**
 * Newton's method, in lanes, on the two equations of a profile limit of the mid-point: "the sum of squares is the
 * threshold" and "the slope is at its best"; then curves on the straight way from the estimate to the root, none of which
 * may lie above the threshold. The counterpart of {@link QuickLimit}.
 */
final class LaneCrossing extends Lanes {
    private static final int MOST_STEPS = 25;
    private static final int MOST_WAY_POINTS = 100;
    private static final double LONGEST_STEP = 0.7;
    /** A step so small leaves an error of the order of its square. */
    private static final double CONVERGED = 1e-8;

    /** Where limits are asked for. */
    interface Queue {
        /** Puts the next curve into a lane with {@link #seek}; false where none is left. */
        boolean load(LaneCrossing crossing, int lane);

        /** Takes a root and its slope. */
        void found(int lane, double mid, double logSlope);
    }

    private final Queue queue;
    private final double[] target = new double[LANES];
    private final double[] estimate = new double[LANES];
    private final double[] logSlopeAtEstimate = new double[LANES];
    private final double[] root = new double[LANES];
    private final double[] logSlopeAtRoot = new double[LANES];
    private final int[] side = new int[LANES];
    private final int[] steps = new int[LANES];
    /** Number of curves on the way, and which of them the lane is at; zero before the root is found. */
    private final int[] way = new int[LANES];

    private final int[] wayPoint = new int[LANES];

    private final double[] dm = new double[LANES];
    private final double[] ds = new double[LANES];

    LaneCrossing(BatchDesign design, LaneKernel kernel, Queue queue) {
        super(design, kernel);
        this.queue = queue;
    }

    /**
     * Sets the task of a lane.
     *
     * @param explained what a curve at the threshold explains
     * @param which 1 for the limit above the estimate, -1 for that below
     * @param start where the limit may be
     */
    void seek(int lane, double explained, double mid, double slope, int which, double start, double startSlope) {
        target[lane] = explained;
        estimate[lane] = mid;
        logSlopeAtEstimate[lane] = slope;
        side[lane] = which;
        nextMid[lane] = start;
        nextLogSlope[lane] = startSlope;
    }

    @Override
    boolean load(int lane) {
        steps[lane] = 0;
        wayPoint[lane] = 0;
        return queue.load(this, lane);
    }

    @Override
    void prepare() {
        solve(curvature.explained, target, curvature.gm, curvature.gs, curvature.hms, curvature.hss, dm, ds);
    }

    private static void solve(
            double[] explained,
            double[] target,
            double[] gm,
            double[] gs,
            double[] hms,
            double[] hss,
            double[] dm,
            double[] ds) {
        for (int l = 0; l < LANES; l++) {
            double excess = 0.5 * (target[l] - explained[l]);
            double reciprocal = 1 / (gm[l] * hss[l] - gs[l] * hms[l]);
            dm[l] = (gs[l] * gs[l] - excess * hss[l]) * reciprocal;
            ds[l] = (excess * hms[l] - gm[l] * gs[l]) * reciprocal;
        }
    }

    /** True too where no limit is found: then the queue hears nothing. */
    @Override
    boolean advance(int l) {
        return wayPoint[l] > 0 ? passWayPoint(l) : step(l);
    }

    private boolean step(int l) {
        double longest = Math.max(Math.abs(dm[l]), Math.abs(ds[l]));
        boolean possible = curvature.hss[l] > 0 && longest < Double.POSITIVE_INFINITY && steps[l]++ < MOST_STEPS;
        if (!possible) {
            return true;
        }
        double factor = Math.min(1, LONGEST_STEP / longest);
        nextMid[l] = moments.mid[l] + factor * dm[l] / moments.slope[l];
        nextLogSlope[l] = logSlope[l] + factor * ds[l];
        return longest <= CONVERGED && arrive(l);
    }

    private boolean arrive(int l) {
        double distance = side[l] * (nextMid[l] - estimate[l]);
        boolean inside = nextLogSlope[l] > box.low()[1] && nextLogSlope[l] < box.high()[1];
        if (!inside || !(distance > 0) || distance > ProfileLikelihood.REACH_DECADES * Replicates.LN10) {
            return true;
        }
        root[l] = nextMid[l];
        logSlopeAtRoot[l] = nextLogSlope[l];
        double steps = Math.ceil(distance / (ProfileLikelihood.DECADE_STEP * Replicates.LN10));
        way[l] = (int) Math.min(steps, MOST_WAY_POINTS);
        return goOn(l);
    }

    private boolean passWayPoint(int l) {
        return !(curvature.explained[l] >= target[l]) || goOn(l);
    }

    private boolean goOn(int l) {
        if (++wayPoint[l] >= way[l]) {
            queue.found(l, root[l], logSlopeAtRoot[l]);
            return true;
        }
        double part = (double) wayPoint[l] / way[l];
        nextMid[l] = estimate[l] + part * (root[l] - estimate[l]);
        nextLogSlope[l] = logSlopeAtEstimate[l] + part * (logSlopeAtRoot[l] - logSlopeAtEstimate[l]);
        return false;
    }
}
