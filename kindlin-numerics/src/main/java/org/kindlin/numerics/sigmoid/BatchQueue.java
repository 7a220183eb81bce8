package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.LaneKernel;
import org.kindlin.numerics.sigmoid.lane.Moments;

/** The starts of a batch, found on the grid block by block, and the best optimum of each curve. */
final class BatchQueue implements LaneSearch.Queue {
    private static final int BLOCK = DoseMeans.BLOCK;
    /** Below this reciprocal condition the moments are too inexact for standard errors. */
    private static final double LEAST_CONDITION = 1e-6;
    /** A curve that leaves a smaller share of the scatter has an inexact sum of squares. */
    private static final double LEAST_RESIDUE = 1e-6;

    /** A search that would have to gain so much more than its next step promises is given up. */
    private static final double HOPE = 100;

    private final DoseMeans means;
    private final StartGrid grid;
    private final GridScan scan;
    final BatchFits fits;
    private final double meanWeight;
    private final double perDegree;

    private final double[] bestExplained;
    private final boolean[] failed;
    private final boolean[] unsound;
    /** Derivative of ln h by ln ic50 along the ridge of the likelihood. */
    final double[] lean;

    private final int[] laneCurve = new int[Moments.LANES];
    private int blockStart = -BLOCK;
    private int column = BLOCK;
    /** Nodes at which searches of the curve in a lane are still to start, and their number; the best is the last. */
    private final int[][] starts;

    private final int[] pending = new int[Moments.LANES];

    BatchQueue(DoseMeans means, BatchDesign design, StartGrid grid, LaneKernel kernel, BatchFits fits) {
        this.means = means;
        this.grid = grid;
        this.fits = fits;
        this.scan = new GridScan(grid, kernel);
        this.starts = new int[Moments.LANES][grid.groups()];
        this.perDegree = 1.0 / fits.degreesOfFreedom();
        this.meanWeight = 1 / design.totalWeight;
        this.bestExplained = new double[means.curves];
        this.failed = new boolean[means.curves];
        this.unsound = new boolean[means.curves];
        this.lean = new double[means.curves];
    }

    /**
     * Whether the lanes' answer stands: every start settled, the fit is not so close that its sum of squares is inexact,
     * and the moments are good enough for standard errors where they are wanted.
     */
    boolean isSound(int curve) {
        double scatter = means.scatter[curve];
        boolean tooClose = scatter > 0 && scatter - bestExplained[curve] < LEAST_RESIDUE * scatter;
        return !failed[curve] && !tooClose && (!unsound[curve] || fits.atBound[curve]);
    }

    @Override
    public boolean load(LaneSearch search, int lane) {
        if (pending[lane] == 0 && !takeCurve(search, lane)) {
            return false;
        }
        int node = starts[lane][--pending[lane]];
        search.nextMid[lane] = grid.midPoint[node];
        search.nextLogSlope[lane] = grid.logSlope[node];
        return true;
    }

    /**
     * Puts the next curve into a lane, which will run through its starts: what one search finds may end the next, and must
     * not depend on other lanes.
     */
    private boolean takeCurve(LaneSearch search, int lane) {
        while (pending[lane] == 0) {
            if (++column >= Math.min(BLOCK, means.curves - blockStart)) {
                blockStart += BLOCK;
                if (blockStart >= means.curves) {
                    return false;
                }
                scan.run(means, blockStart);
                column = 0;
            }
            laneCurve[lane] = blockStart + column;
            pending[lane] = means.scatter[blockStart + column] == 0 ? 0 : scan.starts(column, starts[lane]);
        }
        means.load(laneCurve[lane], search.moments.response, lane);
        return true;
    }

    @Override
    public boolean isIdle(int lane, double explained, double decrease) {
        double best = bestExplained[laneCurve[lane]];
        return explained + HOPE * decrease < best;
    }

    @Override
    public void store(LaneSearch search, int l, boolean settled) {
        int curve = laneCurve[l];
        if (!settled) {
            failed[curve] = true;
            return;
        }
        Moments m = search.moments;
        double explained = search.curvature.explained[l];
        if (fits.estimable[curve] && explained <= bestExplained[curve]) {
            return;
        }
        bestExplained[curve] = explained;
        fits.estimable[curve] = true;
        fits.logIc50[curve] = m.mid[l] / Replicates.LN10;
        fits.hillSlope[curve] = m.slope[l];
        double b = search.curvature.amplitude[l];
        double level = means.centre[curve] - b * (m.one[l] * meanWeight + m.reference[l]);
        boolean rising = m.side[l] > 0;
        fits.atZeroDose[curve] = rising ? level : level + b;
        fits.atInfiniteDose[curve] = rising ? level + b : level;
        fits.rss[curve] = means.pureError[curve] + Math.max(means.scatter[curve] - explained, 0);
        setErrors(m, l, curve, b, search.curvature.spread[l]);
    }

    private void setErrors(Moments m, int l, int curve, double b, double q) {
        double w = meanWeight;
        double mean = m.one[l] * w;
        double ca = -(m.s1[l] - mean * m.sum1[l]);
        double ck = m.s1z[l] - mean * m.sum1z[l];
        double inverse = 1 / q;
        double aa = m.d11[l] - m.sum1[l] * m.sum1[l] * w - ca * ca * inverse;
        double ak = -(m.d11z[l] - m.sum1[l] * m.sum1z[l] * w) - ca * ck * inverse;
        double kk = m.d11zz[l] - m.sum1z[l] * m.sum1z[l] * w - ck * ck * inverse;
        double determinant = aa * kk - ak * ak;
        double variance = fits.rss[curve] * perDegree;
        boolean sound = determinant > LEAST_CONDITION * m.d11[l] * m.d11zz[l] && aa > LEAST_CONDITION * m.d11[l];
        unsound[curve] = !sound;
        double unit = variance / (determinant * b * b);
        double varianceA = kk * unit;
        double covariance = -ak * unit;
        double varianceK = aa * unit;
        lean[curve] = -ak / kk * m.slope[l];
        fits.seLogIc50[curve] = Math.sqrt(varianceA) / (m.slope[l] * Replicates.LN10);
        fits.seHillSlope[curve] = Math.sqrt(varianceK) * m.slope[l];
        double ga = -b * ca * inverse;
        double gk = -b * ck * inverse;
        double offset = mean + m.reference[l];
        double la = b * m.sum1[l] * w - offset * ga;
        double lk = -b * m.sum1z[l] * w - offset * gk;
        double near = variance * (w + offset * offset * inverse) + quadratic(la, lk, varianceA, covariance, varianceK);
        double far = variance * (w + (1 - offset) * (1 - offset) * inverse)
                + quadratic(la + ga, lk + gk, varianceA, covariance, varianceK);
        boolean rising = m.side[l] > 0;
        fits.seAtZeroDose[curve] = Math.sqrt(rising ? near : far);
        fits.seAtInfiniteDose[curve] = Math.sqrt(rising ? far : near);
    }

    private static double quadratic(double x, double y, double xx, double xy, double yy) {
        return x * x * xx + 2 * x * y * xy + y * y * yy;
    }
}
