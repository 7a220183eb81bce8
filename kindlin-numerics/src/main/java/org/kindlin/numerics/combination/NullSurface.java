package org.kindlin.numerics.combination;

/**
 * The effect that two agents would have together if they did not interact.
 *
 * @param first the first agent alone
 * @param second the second agent alone, with the same baseline
 */
public record NullSurface(SingleAgent first, SingleAgent second) {
    private static final int MOST_STEPS = 200;
    private static final double SETTLED = 1e-14;

    /** The expected effect at two doses. ZIP expects what Bliss expects; it differs in what it calls observed. */
    public double expected(NullModel model, double firstDose, double secondDose) {
        double one = first.effect(firstDose);
        double two = second.effect(secondDose);
        return switch (model) {
            case HSA -> Math.max(one, two);
            case BLISS, ZIP -> bliss(one, two);
            case LOEWE -> isAlone(firstDose, secondDose) ? alone(one, two, firstDose) : loewe(firstDose, secondDose);
        };
    }

    /** {@code b + (1 - b)(f1 + f2 - f1 f2)} with the effects counted from the baseline b. */
    private double bliss(double one, double two) {
        return 1 - (1 - one) * (1 - two) / (1 - first.baseline());
    }

    private boolean isAlone(double firstDose, double secondDose) {
        return firstDose == 0 || secondDose == 0 || first.amplitude() == 0 || second.amplitude() == 0;
    }

    private double alone(double one, double two, double firstDose) {
        return firstDose == 0 || first.amplitude() == 0 ? two : one;
    }

    /**
     * Generalised Loewe additivity (Van der Borght 2017, Sci Rep 7:17935, equation 4): the occupancy o at which the
     * doses, each as a fraction of the dose of its agent that has this occupancy, add up to one; then the maxima weighted by
     * these fractions. With equal maxima this is Loewe's own definition.
     */
    private double loewe(double firstDose, double secondDose) {
        double logOdds = logOdds(firstDose, secondDose);
        double share = StrictMath.exp(first.logFractionOfDose(firstDose, logOdds));
        double other = StrictMath.exp(second.logFractionOfDose(secondDose, logOdds));
        double amplitude = (share * first.amplitude() + other * second.amplitude()) / (share + other);
        return first.baseline() + amplitude / (1 + StrictMath.exp(-logOdds));
    }

    /**
     * Newton's method on the logarithm of the sum of the fractions, which is convex and falls: from where one fraction alone
     * is one, every step stays on the same side of the root.
     */
    private double logOdds(double firstDose, double secondDose) {
        double logOdds = Math.max(first.logOdds(firstDose), second.logOdds(secondDose));
        for (int i = 0; i < MOST_STEPS; i++) {
            double share = StrictMath.exp(first.logFractionOfDose(firstDose, logOdds));
            double other = StrictMath.exp(second.logFractionOfDose(secondDose, logOdds));
            double sum = share + other;
            double step = StrictMath.log(sum) * sum / (share / first.slope() + other / second.slope());
            logOdds += step;
            if (Math.abs(step) <= SETTLED * (1 + Math.abs(logOdds))) {
                break;
            }
        }
        return logOdds;
    }
}
