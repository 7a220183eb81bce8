package org.kindlin.numerics.regression;

import java.util.OptionalDouble;

/**
 * A parameter after the fit.
 *
 * @param name name in the layout
 * @param value value at the optimum
 * @param standardError asymptotic standard error; empty unless the status is {@link Status#ESTIMATED} and residual
 *     degrees of freedom remain
 * @param status what the value is
 */
public record ParameterEstimate(String name, double value, OptionalDouble standardError, Status status) {
    /** What the value of a parameter is worth. */
    public enum Status {
        /** Determined by the data. */
        ESTIMATED,
        /** Given, not estimated. */
        FIXED,
        /** Held by its lower bound: the data ask for a smaller value. */
        AT_LOWER_BOUND,
        /** Held by its upper bound: the data ask for a larger value. */
        AT_UPPER_BOUND,
        /** One of infinitely many values with the same fit: the data do not determine it. */
        UNDETERMINED
    }
}
