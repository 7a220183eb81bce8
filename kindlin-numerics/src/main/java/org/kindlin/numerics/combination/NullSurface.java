package org.kindlin.numerics.combination;

/**
 * The effect that two agents would have together if they did not interact.
 *
 * @param first the first agent alone
 * @param second the second agent alone, with the same baseline
 */
public record NullSurface(SingleAgent first, SingleAgent second) {
    /** Occupancies beyond e^±40 of one half are 0 and 1. */
    private static final double WIDEST_LOG_ODDS = 700;

    private static final int BISECTIONS = 200;

    /** The expected effect at two doses. ZIP expects what Bliss expects; it differs in what it calls observed. */
    public double expected(NullModel model, double firstDose, double secondDose) {
        double one = first.effect(firstDose);
        double two = second.effect(secondDose);
        return switch (model) {
            case HSA -> Math.max(one, two);
            case BLISS, ZIP -> bliss(one, two);
            case LOEWE -> loewe(firstDose, secondDose, one, two);
        };
    }

    /** {@code b + (1 - b)(f1 + f2 - f1 f2)} with the effects counted from the baseline b. */
    private double bliss(double one, double two) {
        double baseline = first.baseline();
        double room = 1 - baseline;
        double f1 = (one - baseline) / room;
        double f2 = (two - baseline) / room;
        return baseline + room * (f1 + f2 - f1 * f2);
    }

    /**
     * Generalised Loewe additivity (Van der Borght 2017, Sci Rep 7:17935, equation 4): the occupancy o at which the
     * doses, each as a fraction of the dose of its agent that has this occupancy, add up to one; then the maxima weighted by
     * these fractions. With equal maxima this is Loewe's own definition.
     */
    private double loewe(double firstDose, double secondDose, double one, double two) {
        if (firstDose == 0 || first.curve().isEmpty()) {
            return two;
        }
        if (secondDose == 0 || second.curve().isEmpty()) {
            return one;
        }
        double logOdds = logOdds(firstDose, secondDose);
        double share = StrictMath.exp(first.logFractionOfDose(firstDose, logOdds));
        double other = StrictMath.exp(second.logFractionOfDose(secondDose, logOdds));
        double baseline = first.baseline();
        double maximum =
                (share * (first.maximum() - baseline) + other * (second.maximum() - baseline)) / (share + other);
        return baseline + maximum / (1 + StrictMath.exp(-logOdds));
    }

    /** Bisection: the sum of the fractions falls as the occupancy grows. */
    private double logOdds(double firstDose, double secondDose) {
        double low = -WIDEST_LOG_ODDS;
        double high = WIDEST_LOG_ODDS;
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            double middle = 0.5 * (low + high);
            double sum = StrictMath.exp(first.logFractionOfDose(firstDose, middle))
                    + StrictMath.exp(second.logFractionOfDose(secondDose, middle));
            if (sum > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
