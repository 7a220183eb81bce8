package org.kindlin.mechanism.model;

/** What holds at every time. */
public sealed interface Rule {
    Expression formula();

    Remarks remarks();

    /** {@code variable = formula}. */
    record Assignment(String variable, Expression formula, Remarks remarks) implements Rule {}

    /** {@code d variable / dt = formula}; of a species: of its concentration, unless it has only substance units. */
    record Rate(String variable, Expression formula, Remarks remarks) implements Rule {}

    /** {@code 0 = formula}, which determines one variable that nothing else determines. */
    record Algebraic(Expression formula, Remarks remarks) implements Rule {}
}
