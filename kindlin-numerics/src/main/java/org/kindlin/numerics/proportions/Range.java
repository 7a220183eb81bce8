package org.kindlin.numerics.proportions;

/** Two limits. */
public record Range(double low, double high) {}
