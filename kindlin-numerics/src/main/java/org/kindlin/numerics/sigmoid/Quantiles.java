package org.kindlin.numerics.sigmoid;

import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles that confidence intervals need, to the accuracy of the distribution function. */
final class Quantiles {
    private static final int POLISHING_STEPS = 3;
    private static final int KEPT = 256;

    private static final Memo<Question, Double> KNOWN =
            new Memo<>(KEPT, question -> compute(question.level, question.degreesOfFreedom));

    private record Question(double level, int degreesOfFreedom) {}

    private Quantiles() {}

    /** Student's t exceeded in absolute value with probability {@code 1 - level}; its square is F(1, df; level). */
    static double twoSided(double level, int degreesOfFreedom) {
        return oneSided(0.5 + 0.5 * level, degreesOfFreedom);
    }

    /** Student's t not exceeded with probability {@code level}. */
    static double oneSided(double level, int degreesOfFreedom) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, not at " + level);
        }
        return KNOWN.get(new Question(level, degreesOfFreedom));
    }

    private static double compute(double level, int degreesOfFreedom) {
        var distribution = new TDistribution(degreesOfFreedom);
        double t = distribution.inverseCumulativeProbability(level);
        for (int i = 0; i < POLISHING_STEPS; i++) {
            t -= (distribution.cumulativeProbability(t) - level) / distribution.density(t);
        }
        return t;
    }
}
