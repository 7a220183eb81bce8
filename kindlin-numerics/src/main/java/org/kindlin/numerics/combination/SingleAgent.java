package org.kindlin.numerics.combination;

import java.util.Optional;
import org.kindlin.numerics.sigmoid.SigmoidCurve;

/**
 * The effect of one agent alone.
 *
 * @param baseline effect at zero dose
 * @param curve rising from the baseline; empty where the agent shows no effect
 */
public record SingleAgent(double baseline, Optional<SigmoidCurve> curve) {

    /** The effect at a dose. */
    public double effect(double dose) {
        return dose == 0 || curve.isEmpty() ? baseline : curve.get().value(StrictMath.log10(dose));
    }

    /** The effect that no dose exceeds. */
    double maximum() {
        return curve.map(SigmoidCurve::atInfiniteDose).orElse(baseline);
    }

    /**
     * The logarithm of the ratio between a dose and the dose that has this occupancy.
     *
     * @param logOdds natural logarithm of the odds of the occupancy, {@code ln(o / (1 - o))}
     */
    double logFractionOfDose(double dose, double logOdds) {
        SigmoidCurve sigmoid = curve.orElseThrow();
        double lnDose = StrictMath.log(dose);
        return lnDose - sigmoid.logIc50() * LN10 - logOdds / sigmoid.hillSlope();
    }

    private static final double LN10 = 2.302585092994046;
}
