package org.kindlin.mechanism.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A reactant or product of a reaction.
 *
 * @param id name of its stoichiometry in formulas; may be empty
 * @param stoichiometry molecules per turnover at the start; empty where not said
 * @param stoichiometryMath formula of the stoichiometry that holds at every time (Level 2)
 * @param constant whether the stoichiometry never changes
 */
public record SpeciesReference(
        String id,
        String species,
        OptionalDouble stoichiometry,
        Optional<Expression> stoichiometryMath,
        boolean constant,
        Remarks remarks) {

    /** So many molecules of a species. */
    public static SpeciesReference of(double stoichiometry, String species) {
        return new SpeciesReference(
                "", species, OptionalDouble.of(stoichiometry), Optional.empty(), true, Remarks.NONE);
    }
}
