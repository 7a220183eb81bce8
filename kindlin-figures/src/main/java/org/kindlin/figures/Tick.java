package org.kindlin.figures;

/** A labelled place on an axis, in data units. */
public record Tick(double value, String label) {}
