package org.kindlin.mechanism.model;

/** The value that an event gives a variable. */
public record EventAssignment(String variable, Expression value, Remarks remarks) {}
