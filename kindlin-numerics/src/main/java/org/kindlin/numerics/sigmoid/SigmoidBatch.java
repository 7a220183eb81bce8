package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Fits four-parameter curves to thousands of response vectors of one design: the search of {@link SigmoidRegression},
 * many curves in step. A curve on which the fast search does not settle is handed to {@link SigmoidRegression}.
 * Immutable and safe for concurrent use; results do not depend on how curves are divided into calls.
 */
public final class SigmoidBatch {
    /** Groups whose best node leaves so many times more unexplained than the best of all are not searched. */
    private static final double HOPELESS = 1.5;

    private final SigmoidData design;
    private final Replicates replicates;
    private final int[] doseOf;
    private final BatchGrid grid;
    private final SearchBox box;

    private SigmoidBatch(SigmoidData design, int[] doseOf) {
        this.design = design;
        this.doseOf = doseOf;
        this.replicates = Replicates.of(design);
        this.box = SearchBox.of(SigmoidSpec.fourParameter(), replicates);
        this.grid = new BatchGrid(replicates, box);
    }

    /**
     * A design of equally weighted observations.
     *
     * @param logDose common logarithm of the dose of each observation, in the order responses will have
     * @throws IllegalArgumentException with fewer than four different doses or five observations
     */
    public static SigmoidBatch of(double[] logDose) {
        double[] sorted = Arrays.stream(logDose).distinct().sorted().toArray();
        if (sorted.length < 4 || logDose.length < 5 || !(sorted[sorted.length - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("four parameters need four doses and five observations");
        }
        int[] doseOf = new int[logDose.length];
        for (int i = 0; i < doseOf.length; i++) {
            doseOf[i] = Arrays.binarySearch(sorted, logDose[i]);
        }
        return new SigmoidBatch(SigmoidData.ofLogDoses(logDose, new double[logDose.length]), doseOf);
    }

    /** Fits every row of responses, each in the order of the design's doses. */
    public BatchFits fit(double[][] responses) {
        var fits = new BatchFits(responses.length, design.size());
        var queue = new BatchQueue(responses, doseOf, replicates, grid, HOPELESS, fits);
        new LaneSearch(replicates, box).run(queue);
        fits.markBounds(box);
        for (int curve = 0; curve < responses.length; curve++) {
            if (queue.failed(curve) || (queue.unsound(curve) && !fits.atBound[curve])) {
                fits.take(curve, fitAlone(responses[curve]));
            }
        }
        return fits;
    }

    private SigmoidOutcome fitAlone(double[] response) {
        double[] logDose = new double[doseOf.length];
        for (int i = 0; i < logDose.length; i++) {
            logDose[i] = replicates.lnDose()[doseOf[i]] / Replicates.LN10;
        }
        return SigmoidRegression.fit(SigmoidData.ofLogDoses(logDose, response), SigmoidSpec.fourParameter());
    }
}
