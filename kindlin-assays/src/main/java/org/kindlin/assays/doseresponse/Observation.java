package org.kindlin.assays.doseresponse;

/**
 * One response at one dose.
 *
 * @param logDose common logarithm of the dose; {@code -Infinity} is zero dose
 * @param response in the response unit of the protocol
 */
public record Observation(double logDose, double response) {

    public Observation {
        if (!(logDose < Double.POSITIVE_INFINITY) || !Double.isFinite(response)) {
            throw new IllegalArgumentException("log dose " + logDose + ", response " + response + " is no observation");
        }
    }

    /** A response at a dose on its linear scale, zero included. */
    public static Observation atDose(double dose, double response) {
        if (!(dose >= 0)) {
            throw new IllegalArgumentException("a dose is zero or positive, not " + dose);
        }
        return new Observation(StrictMath.log10(dose), response);
    }

    public boolean isZeroDose() {
        return logDose == Double.NEGATIVE_INFINITY;
    }
}
