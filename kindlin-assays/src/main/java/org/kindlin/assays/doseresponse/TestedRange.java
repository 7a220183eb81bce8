package org.kindlin.assays.doseresponse;

/**
 * The doses tested, zero dose aside.
 *
 * @param lowest common logarithm of the lowest dose
 * @param highest common logarithm of the highest dose
 */
public record TestedRange(double lowest, double highest) {

    public boolean contains(double logDose) {
        return logDose >= lowest && logDose <= highest;
    }

    public double decades() {
        return highest - lowest;
    }
}
