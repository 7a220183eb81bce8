package org.kindlin.mechanism.model;

/** A condition under which the model claims to be valid; simulation goes on when it is broken, and says so beforehand. */
public record Constraint(Expression condition, String message, Remarks remarks) {}
