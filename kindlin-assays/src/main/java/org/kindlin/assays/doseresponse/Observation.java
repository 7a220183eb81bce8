package org.kindlin.assays.doseresponse;

/**
 * One response at one dose.
 *
 * @param logDose common logarithm of the dose; {@code -Infinity} is zero dose
 * @param response in the response unit of the protocol
 * @param variance how it scatters, which {@link Weighting#CONSTANT} weights by
 */
public record Observation(double logDose, double response, ResponseVariance variance) {

    public Observation {
        if (!(logDose < Double.POSITIVE_INFINITY) || !Double.isFinite(response)) {
            throw new IllegalArgumentException("log dose " + logDose + ", response " + response + " is no observation");
        }
    }

    /** An observation that scatters like every other. */
    public Observation(double logDose, double response) {
        this(logDose, response, ResponseVariance.ALIKE);
    }

    /** A response at a dose on its linear scale, zero included. */
    public static Observation atDose(double dose, double response) {
        if (!(dose >= 0)) {
            throw new IllegalArgumentException("a dose is zero or positive, not " + dose);
        }
        return new Observation(StrictMath.log10(dose), response);
    }

    /** The same observation with a variance of its own. */
    public Observation with(ResponseVariance own) {
        return new Observation(logDose, response, own);
    }

    public boolean isZeroDose() {
        return logDose == Double.NEGATIVE_INFINITY;
    }
}
