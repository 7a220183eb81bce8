package org.kindlin.numerics.sigmoid;

import java.util.Arrays;
import org.kindlin.numerics.sigmoid.lane.Exponentials;
import org.kindlin.numerics.sigmoid.lane.LaneKernel;
import org.kindlin.numerics.sigmoid.lane.Moments;

/**
 * Curves in step: {@link Moments} and {@link LaneCurvature} evaluate all lanes where they stand, then each lane says
 * where it goes next, and a lane that is done takes the next task. What happens in one lane does not depend on the
 * others. A workspace.
 */
abstract class Lanes {
    static final int LANES = Moments.LANES;

    final Moments moments;
    final LaneCurvature curvature;
    final SearchBox box;
    /** Logarithm of the slope where the lane stands; the mid-point is in the moments. */
    final double[] logSlope = new double[LANES];
    /** Where the lane goes next. */
    final double[] nextMid = new double[LANES];

    final double[] nextLogSlope = new double[LANES];

    private final boolean[] active = new boolean[LANES];
    private final LaneKernel kernel;
    private final double centre;
    private final double meanWeight;

    Lanes(BatchDesign design, LaneKernel kernel) {
        this.kernel = kernel;
        Replicates doses = design.replicates;
        this.moments = new Moments(doses.lnDose(), doses.weight());
        this.curvature = new LaneCurvature(design.totalWeight);
        this.box = design.box;
        this.centre = 0.5 * (doses.lowest() + doses.highest());
        this.meanWeight = 1 / design.totalWeight;
    }

    /** Takes the next task into a lane and sets where it starts; false where none is left. */
    abstract boolean load(int lane);

    /** What all lanes need to move. */
    abstract void prepare();

    /** Sets where a lane goes next; true where its task is done. */
    abstract boolean advance(int lane);

    final void run() {
        Arrays.fill(logSlope, 0);
        int running = 0;
        for (int lane = 0; lane < LANES; lane++) {
            running += begin(lane) ? 1 : 0;
        }
        while (running > 0) {
            place();
            kernel.moments(moments);
            curvature.evaluate(moments);
            prepare();
            for (int lane = 0; lane < LANES; lane++) {
                if (active[lane] && advance(lane)) {
                    running -= begin(lane) ? 0 : 1;
                }
            }
        }
    }

    private boolean begin(int lane) {
        active[lane] = load(lane);
        moments.side[lane] = 0;
        return active[lane];
    }

    private void place() {
        System.arraycopy(nextMid, 0, moments.mid, 0, LANES);
        System.arraycopy(nextLogSlope, 0, logSlope, 0, LANES);
        takeSides(moments.mid, centre, meanWeight, moments.one, moments.side, moments.reference);
        Exponentials.of(logSlope, moments.slope);
    }

    /** Which tail is seen, and a reference near its mean: kept while the lane stays on its side. */
    private static void takeSides(
            double[] mid, double centre, double w, double[] one, double[] side, double[] reference) {
        for (int l = 0; l < LANES; l++) {
            double now = Exponentials.sign(mid[l] - centre);
            double same = Math.max(0, now * side[l]);
            reference[l] = same * (reference[l] + one[l] * w);
            side[l] = now;
        }
    }
}
