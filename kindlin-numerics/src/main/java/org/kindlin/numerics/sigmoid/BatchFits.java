package org.kindlin.numerics.sigmoid;

/**
 * Curves fitted by {@link SigmoidBatch}, an array per quantity with an entry per curve. Where {@code estimable} is false
 * the other entries are zero; where {@code atBound} is true the standard errors are zero, for they cannot be given. Do not
 * write to the arrays.
 */
public final class BatchFits {
    public final boolean[] estimable;
    /** Whether mid-point or slope ended at a limit of the search. */
    public final boolean[] atBound;

    public final double[] logIc50;
    public final double[] hillSlope;
    public final double[] atZeroDose;
    public final double[] atInfiniteDose;
    /** Residual sum of squares over all observations. */
    public final double[] rss;

    public final double[] seLogIc50;
    public final double[] seHillSlope;
    public final double[] seAtZeroDose;
    public final double[] seAtInfiniteDose;

    private final int observations;

    BatchFits(int curves, int observations) {
        this.observations = observations;
        estimable = new boolean[curves];
        atBound = new boolean[curves];
        logIc50 = new double[curves];
        hillSlope = new double[curves];
        atZeroDose = new double[curves];
        atInfiniteDose = new double[curves];
        rss = new double[curves];
        seLogIc50 = new double[curves];
        seHillSlope = new double[curves];
        seAtZeroDose = new double[curves];
        seAtInfiniteDose = new double[curves];
    }

    public int size() {
        return rss.length;
    }

    public int degreesOfFreedom() {
        return observations - 4;
    }

    /** One of the curves; it must be estimable. */
    public SigmoidCurve curve(int i) {
        boolean falling = atZeroDose[i] >= atInfiniteDose[i];
        return new SigmoidCurve(
                logIc50[i],
                hillSlope[i],
                Math.max(atZeroDose[i], atInfiniteDose[i]),
                Math.min(atZeroDose[i], atInfiniteDose[i]),
                1,
                falling ? Direction.FALLING : Direction.RISING);
    }

    void take(int i, SigmoidOutcome outcome) {
        estimable[i] = outcome instanceof SigmoidFit;
        if (outcome instanceof SigmoidFit fit) {
            logIc50[i] = fit.curve().logIc50();
            hillSlope[i] = fit.curve().hillSlope();
            atZeroDose[i] = fit.curve().atZeroDose();
            atInfiniteDose[i] = fit.curve().atInfiniteDose();
            rss[i] = fit.rss();
            atBound[i] = !fit.atBound().isEmpty();
            boolean falling = fit.curve().direction() == Direction.FALLING;
            seLogIc50[i] = fit.standardError(Parameter.LOG_IC50).orElse(0);
            seHillSlope[i] = fit.standardError(Parameter.HILL_SLOPE).orElse(0);
            seAtZeroDose[i] = fit.standardError(falling ? Parameter.TOP : Parameter.BOTTOM)
                    .orElse(0);
            seAtInfiniteDose[i] = fit.standardError(falling ? Parameter.BOTTOM : Parameter.TOP)
                    .orElse(0);
        }
    }

    void markBounds(SearchBox box) {
        double lowest = box.low()[0] / Replicates.LN10;
        double highest = box.high()[0] / Replicates.LN10;
        double flattest = StrictMath.exp(box.low()[1]);
        double steepest = StrictMath.exp(box.high()[1]);
        for (int i = 0; i < rss.length; i++) {
            boolean mid = logIc50[i] <= lowest || logIc50[i] >= highest;
            boolean slope = hillSlope[i] <= flattest || hillSlope[i] >= steepest;
            atBound[i] = estimable[i] && (mid || slope);
            if (atBound[i]) {
                seLogIc50[i] = 0;
                seHillSlope[i] = 0;
                seAtZeroDose[i] = 0;
                seAtInfiniteDose[i] = 0;
            }
        }
    }
}
