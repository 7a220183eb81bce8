package org.kindlin.mechanism.compile;

/**
 * One of the states that are integrated.
 *
 * @param id of a species, compartment, parameter or species reference
 * @param kind what of it is integrated
 */
public record StateVariable(String id, Kind kind) {

    /** What of the symbol the state is. */
    public enum Kind {
        /** The amount of a species that reactions change. */
        AMOUNT,
        /** The value that the symbol has in formulas, changed by a rate rule. */
        VALUE,
        /** The value that the symbol has in formulas, fixed by an algebraic rule. */
        ALGEBRAIC
    }
}
