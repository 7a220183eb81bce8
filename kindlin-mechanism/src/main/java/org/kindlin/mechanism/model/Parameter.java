package org.kindlin.mechanism.model;

import java.util.OptionalDouble;

/**
 * A named number.
 *
 * @param value at the start; empty where not said
 * @param unit identifier of a unit; empty where not said
 * @param constant whether it never changes; always so of a local parameter
 */
public record Parameter(String id, OptionalDouble value, String unit, boolean constant, Remarks remarks) {

    /** A constant without a unit. */
    public static Parameter constant(String id, double value) {
        return new Parameter(id, OptionalDouble.of(value), "", true, Remarks.NONE);
    }
}
