package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.LaneKernel;

/**
 * Fits four-parameter curves to thousands of response vectors of one design: the search of {@link SigmoidRegression},
 * many curves in step. A curve on which the fast search does not settle is handed to {@link SigmoidRegression}.
 * Immutable and safe for concurrent use; results do not depend on how curves are divided into calls.
 */
public final class SigmoidBatch {
    private final BatchDesign design;
    private final StartGrid grid;

    private SigmoidBatch(BatchDesign design) {
        this.design = design;
        this.grid = StartGrid.of(design.replicates, design.box);
    }

    /**
     * A design of equally weighted observations.
     *
     * @param logDose common logarithm of the dose of each observation, in the order responses will have
     * @throws IllegalArgumentException with fewer than four different doses or five observations
     */
    public static SigmoidBatch of(double[] logDose) {
        return new SigmoidBatch(new BatchDesign(logDose));
    }

    /**
     * Fits every row of responses, each in the order of the design's doses.
     *
     * @throws IllegalArgumentException where a row has not one response for each observation of the design
     */
    public BatchFits fit(double[][] responses) {
        return fit(responses, new DoseMeans(responses, design), LaneKernel.fastest()).fits;
    }

    /**
     * Fits every row of responses, and finds the profile interval of log ic50 of every curve: the limits that
     * {@link ProfileLikelihood} finds one at a time.
     *
     * @param level confidence level, both sides together
     * @throws IllegalArgumentException where a row has not one response for each observation of the design
     */
    public BatchIntervals fitWithIntervals(double[][] responses, double level) {
        var means = new DoseMeans(responses, design);
        LaneKernel kernel = LaneKernel.fastest();
        BatchQueue queue = fit(responses, means, kernel);
        var limits = new BatchLimits(means, design, queue, level);
        new LaneCrossing(design, kernel, limits).run();
        return limits.confirm(responses);
    }

    private BatchQueue fit(double[][] responses, DoseMeans means, LaneKernel kernel) {
        var fits = new BatchFits(responses.length, design.observations());
        var queue = new BatchQueue(means, design, grid, kernel, fits);
        new LaneSearch(design, kernel, queue).run();
        fits.markBounds(design.box);
        for (int curve = 0; curve < responses.length; curve++) {
            if (!queue.isSound(curve)) {
                fits.take(curve, SigmoidRegression.fit(design.data(responses[curve]), SigmoidSpec.fourParameter()));
            }
        }
        return queue;
    }
}
