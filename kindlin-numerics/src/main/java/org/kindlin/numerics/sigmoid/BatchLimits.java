package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.Moments;

/**
 * The profile limits of a batch: two tasks a curve for {@link LaneCrossing}, whose roots are taken where a
 * {@link LaneLadder} shows no better curve with the same mid-point. Every other limit is left to
 * {@link ProfileLikelihood}.
 */
final class BatchLimits implements LaneCrossing.Queue {
    private static final int LANES = Moments.LANES;

    private final DoseMeans means;
    private final BatchDesign design;
    private final BatchQueue starts;
    private final BatchFits fits;
    private final double level;
    private final double quantile;

    /** Roots and their slopes, the lower limit of a curve before the upper; zeros where none was found. */
    private final double[] root;

    private final double[] logSlope;
    private final boolean[] found;
    private final int[] laneTask = new int[LANES];
    private int nextTask;

    BatchLimits(DoseMeans means, BatchDesign design, BatchQueue starts, double level) {
        this.means = means;
        this.design = design;
        this.starts = starts;
        this.fits = starts.fits;
        this.level = level;
        this.quantile = Quantiles.twoSided(level, fits.degreesOfFreedom());
        this.root = new double[2 * means.curves];
        this.logSlope = new double[2 * means.curves];
        this.found = new boolean[2 * means.curves];
    }

    /** What the dose means may leave unexplained at a limit. */
    private double threshold(int curve) {
        double allowance = quantile * quantile / fits.degreesOfFreedom();
        return fits.rss[curve] * (1 + allowance) - means.pureError[curve];
    }

    @Override
    public boolean load(LaneCrossing crossing, int lane) {
        while (nextTask < root.length) {
            int task = nextTask++;
            int curve = task / 2;
            if (fits.seLogIc50[curve] > 0 && starts.isSound(curve)) {
                laneTask[lane] = task;
                means.load(curve, crossing.moments.response, lane);
                seek(crossing, lane, curve, task % 2 == 0 ? -1 : 1);
                return true;
            }
        }
        return false;
    }

    /** From Wald's limit, on the ridge. */
    private void seek(LaneCrossing crossing, int lane, int curve, int side) {
        double mid = fits.logIc50[curve] * Replicates.LN10;
        double slope = StrictMath.log(fits.hillSlope[curve]);
        double wald = side * quantile * fits.seLogIc50[curve] * Replicates.LN10;
        double explained = means.scatter[curve] - threshold(curve);
        crossing.seek(lane, explained, mid, slope, side, mid + wald, slope + wald * starts.lean[curve]);
    }

    @Override
    public void found(int lane, double mid, double slope) {
        int task = laneTask[lane];
        root[task] = mid;
        logSlope[task] = slope;
        found[task] = true;
    }

    /** The limits, once the crossings are found. */
    BatchIntervals confirm(double[][] responses) {
        confirmOnLadder(responses);
        double[] low = new double[means.curves];
        double[] high = new double[means.curves];
        for (int curve = 0; curve < means.curves; curve++) {
            low[curve] = root[2 * curve] / Replicates.LN10;
            high[curve] = root[2 * curve + 1] / Replicates.LN10;
            if (!found[2 * curve] || !found[2 * curve + 1]) {
                ProfileInterval alone = alone(responses[curve], curve);
                low[curve] = found[2 * curve] ? low[curve] : alone.low();
                high[curve] = found[2 * curve + 1] ? high[curve] : alone.high();
            }
        }
        return new BatchIntervals(fits, low, high, level);
    }

    private void confirmOnLadder(double[][] responses) {
        var ladder = new LaneLadder(design);
        int filled = 0;
        for (int task = 0; task < root.length; task++) {
            if (found[task]) {
                ladder.mid[filled] = root[task];
                means.load(task / 2, ladder.response, filled);
                laneTask[filled++] = task;
            }
            if (filled == LANES || (filled > 0 && task == root.length - 1)) {
                ladder.evaluate();
                for (int lane = 0; lane < filled; lane++) {
                    int open = laneTask[lane];
                    found[open] = ladder.hasOneOptimum(lane, logSlope[open]) || isProfile(open, responses[open / 2]);
                }
                filled = 0;
            }
        }
    }

    private boolean isProfile(int task, double[] response) {
        var problem = new ProjectedProblem(Replicates.of(design.data(response)), PlateauLimits.NONE);
        problem.shape.searchesAsymmetry = false;
        double[] at = {root[task], logSlope[task], 0};
        return QuickLimit.isProfileAt(
                problem, design.box, new SlopeLadder(problem, design.box), at, threshold(task / 2));
    }

    private ProfileInterval alone(double[] response, int curve) {
        if (!fits.estimable[curve]) {
            return new ProfileInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
        }
        return SigmoidRegression.fit(design.data(response), SigmoidSpec.fourParameter())
                .fit()
                .flatMap(fit -> ProfileLikelihood.interval(fit, Parameter.LOG_IC50, level))
                .orElseThrow();
    }
}
