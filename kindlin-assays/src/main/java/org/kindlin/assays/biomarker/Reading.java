package org.kindlin.assays.biomarker;

/**
 * A measured value.
 *
 * @param value the number, or the limit it lies below
 * @param isBelow whether it is known only to lie below the number
 */
public record Reading(double value, boolean isBelow) {}
