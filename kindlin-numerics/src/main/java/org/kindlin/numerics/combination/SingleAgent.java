package org.kindlin.numerics.combination;

/**
 * The effect of one agent alone: {@code baseline + amplitude / (1 + (ec50 / dose)^h)}.
 *
 * @param baseline effect at zero dose
 * @param amplitude what saturation adds; zero where the agent shows no effect
 * @param lnEc50 natural logarithm of the mid-point
 * @param slope steepness h
 */
public record SingleAgent(double baseline, double amplitude, double lnEc50, double slope) {
    /** An agent without effect. */
    static SingleAgent inactive(double baseline) {
        return new SingleAgent(baseline, 0, 0, 1);
    }

    /** The effect at a dose. */
    public double effect(double dose) {
        return dose == 0 ? baseline : baseline + amplitude * occupancy(dose);
    }

    /** From 0 to 1. */
    private double occupancy(double dose) {
        return 1 / (1 + StrictMath.exp(-slope * (StrictMath.log(dose) - lnEc50)));
    }

    /**
     * The logarithm of the ratio between a dose and the dose that has this occupancy.
     *
     * @param logOdds natural logarithm of the odds of the occupancy, {@code ln(o / (1 - o))}
     */
    double logFractionOfDose(double dose, double logOdds) {
        return StrictMath.log(dose) - lnEc50 - logOdds / slope;
    }

    /** The logarithmic odds of the occupancy by a dose of this agent alone. */
    double logOdds(double dose) {
        return slope * (StrictMath.log(dose) - lnEc50);
    }
}
