package org.kindlin.assays.doseresponse;

/**
 * How uncertainty is told.
 *
 * @param interval method of two-sided intervals
 * @param level their confidence level; also that of one-sided limits
 * @param censoringLevel one-sided confidence needed to say that a mid-point lies beyond the tested doses
 * @param bootstrapSamples number of simulated data sets where the interval is a bootstrap
 */
public record Inference(IntervalMethod interval, double level, double censoringLevel, int bootstrapSamples) {

    public static final Inference STANDARD = new Inference(IntervalMethod.PROFILE, 0.95, 0.99, 2000);

    public Inference {
        requireLevel(level);
        requireLevel(censoringLevel);
        if (bootstrapSamples < 100) {
            throw new IllegalArgumentException("a bootstrap of " + bootstrapSamples + " samples says nothing");
        }
    }

    private static void requireLevel(double level) {
        if (!(level >= 0.5 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies within [0.5, 1), not at " + level);
        }
    }
}
