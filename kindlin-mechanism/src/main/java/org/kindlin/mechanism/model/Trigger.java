package org.kindlin.mechanism.model;

/**
 * The condition that sets an event off at the moment at which it turns from false to true.
 *
 * @param initialValue what the condition is taken to have been before the start: {@code false} lets an event happen at the start
 * @param persistent whether an event once set off happens even if the condition turns false before its execution
 */
public record Trigger(Expression condition, boolean initialValue, boolean persistent) {}
