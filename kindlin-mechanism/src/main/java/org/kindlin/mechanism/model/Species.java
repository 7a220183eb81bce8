package org.kindlin.mechanism.model;

import java.util.OptionalDouble;

/**
 * A pool of one kind of molecule in one compartment.
 *
 * @param initialAmount at the start, in substance; empty where not said
 * @param initialConcentration at the start, in substance per size; empty where not said
 * @param substanceUnits identifier of a unit; empty where the model's own holds
 * @param hasOnlySubstanceUnits whether its identifier in a formula means the amount; else the concentration
 * @param boundaryCondition whether reactions leave it as it is
 * @param constant whether nothing at all changes it
 * @param conversionFactor parameter by which extents become its substance; empty where the model's own holds
 */
public record Species(
        String id,
        String compartment,
        OptionalDouble initialAmount,
        OptionalDouble initialConcentration,
        String substanceUnits,
        boolean hasOnlySubstanceUnits,
        boolean boundaryCondition,
        boolean constant,
        String conversionFactor,
        Remarks remarks) {

    /** A species that reactions change, given by its initial concentration, in the model's own units. */
    public static Species concentration(String id, String compartment, double initial) {
        return new Species(
                id,
                compartment,
                OptionalDouble.empty(),
                OptionalDouble.of(initial),
                "",
                false,
                false,
                false,
                "",
                Remarks.NONE);
    }
}
