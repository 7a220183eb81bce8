package org.kindlin.mechanism.petab;

/** What stands in a cell that takes a number or a name. */
public sealed interface PetabValue {

    /** A number written out. */
    record Literal(double value) implements PetabValue {}

    /** The value of the parameter of this name. */
    record Reference(String id) implements PetabValue {}
}
