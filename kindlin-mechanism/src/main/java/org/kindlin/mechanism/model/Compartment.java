package org.kindlin.mechanism.model;

import java.util.OptionalDouble;

/**
 * A space in which species are.
 *
 * @param dimensions usually 3; 2 for a membrane; 0 for a point, which has no size; empty where not said
 * @param size volume, area or length at the start, in {@code unit}; empty where not said
 * @param unit identifier of a unit; empty where the model's own holds
 * @param constant whether its size never changes
 */
public record Compartment(
        String id, OptionalDouble dimensions, OptionalDouble size, String unit, boolean constant, Remarks remarks) {

    /** A constant volume in the model's own unit. */
    public static Compartment volume(String id, double size) {
        return new Compartment(id, OptionalDouble.of(3), OptionalDouble.of(size), "", true, Remarks.NONE);
    }

    /** Whether it is a point, which has no size and so no concentrations. */
    public boolean point() {
        return dimensions.isPresent() && dimensions.getAsDouble() == 0;
    }
}
