package org.kindlin.assays.survival;

/**
 * An arm of which only the median is known.
 *
 * @param n animals; zero where not stated
 * @param first whether agent one was given
 * @param second whether agent two was given
 */
public record ArmMedian(String arm, double median, int n, boolean first, boolean second) {}
