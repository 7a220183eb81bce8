package org.kindlin.mechanism.model;

/** A formula for the value of {@code symbol} at the start, in place of the number that its element may carry. */
public record InitialAssignment(String symbol, Expression value, Remarks remarks) {}
