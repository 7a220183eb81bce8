package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.LaneKernel;

/** Newton ascent of the explained sum of squares from many starts at once, each lane to its local optimum. */
final class LaneSearch extends Lanes {
    private static final int MOST_STEPS = 60;
    /** The step from here is the last when it lowers the sum of squares by a smaller share; */
    private static final double DONE = 1e-14;
    /** and is taken without a look when the optimum is as near as 1e-11 of a curve's width. */
    private static final double THERE = 1e-22;

    private static final double ROUNDING = 1e-13;
    private static final double RETREAT = 0.7;

    /** Where starts come from and optima go. */
    interface Queue {
        /** Puts the next curve and start into a lane; false where none is left. */
        boolean load(LaneSearch search, int lane);

        /** Whether a search that explains so much, and would gain so much by its step, cannot become the best of its curve. */
        boolean isIdle(int lane, double explained, double decrease);

        /** Takes the optimum where the lane stands. */
        void store(LaneSearch search, int lane, boolean settled);
    }

    private final Queue queue;
    private final LaneStep step;
    private final double[] lastMid = new double[LANES];
    private final double[] lastLogSlope = new double[LANES];
    private final double[] lastExplained = new double[LANES];
    private final double leastMid;
    private final double greatestMid;
    private final double leastLogSlope;
    private final double greatestLogSlope;
    private final int[] steps = new int[LANES];
    private final boolean[] last = new boolean[LANES];

    LaneSearch(BatchDesign design, LaneKernel kernel, Queue queue) {
        super(design, kernel);
        this.queue = queue;
        this.leastMid = box.low()[0];
        this.greatestMid = box.high()[0];
        this.leastLogSlope = box.low()[1];
        this.greatestLogSlope = box.high()[1];
        this.step = new LaneStep(design.box);
    }

    @Override
    boolean load(int lane) {
        steps[lane] = 0;
        last[lane] = false;
        lastExplained[lane] = -1;
        return queue.load(this, lane);
    }

    @Override
    void prepare() {
        step.compute(moments, curvature, logSlope);
    }

    @Override
    boolean advance(int l) {
        double explained = curvature.explained[l];
        if (last[l] || steps[l] >= MOST_STEPS) {
            queue.store(this, l, steps[l] < MOST_STEPS && explained >= 0);
            return true;
        }
        steps[l]++;
        if (explained < lastExplained[l] * (1 - ROUNDING)) {
            nextMid[l] = RETREAT * lastMid[l] + (1 - RETREAT) * moments.mid[l];
            nextLogSlope[l] = RETREAT * lastLogSlope[l] + (1 - RETREAT) * logSlope[l];
        } else {
            return accept(l, explained);
        }
        return false;
    }

    /** Takes the step from here; true where none is needed. */
    private boolean accept(int l, double explained) {
        if (isOnEdge(l)) {
            step.computeOnEdge(moments, curvature, logSlope[l], l);
        } else if (Math.abs(step.decrease[l]) <= THERE * explained) {
            moments.mid[l] = step.mid[l];
            moments.slope[l] *= 1 + (step.logSlope[l] - logSlope[l]);
            queue.store(this, l, true);
            return true;
        }
        if (queue.isIdle(l, explained, step.decrease[l])) {
            return true;
        }
        boolean moves = step.decrease[l] < Double.POSITIVE_INFINITY;
        lastMid[l] = moments.mid[l];
        lastLogSlope[l] = logSlope[l];
        lastExplained[l] = explained;
        nextMid[l] = moves ? step.mid[l] : lastMid[l];
        nextLogSlope[l] = moves ? step.logSlope[l] : lastLogSlope[l];
        last[l] = !moves || !(step.decrease[l] > DONE * explained);
        return false;
    }

    private boolean isOnEdge(int l) {
        double mid = moments.mid[l];
        double slope = logSlope[l];
        return mid <= leastMid || mid >= greatestMid || slope <= leastLogSlope || slope >= greatestLogSlope;
    }
}
