package org.kindlin.mechanism.compile;

/**
 * A value of the past.
 *
 * @param of node of what is asked for
 * @param by node of how long ago
 * @param before node of what it was before the start, as a function of the time then and of the given parameters: initial
 *     values, with rates of change of zero
 * @param earlier the other values of the past that these formulas need, each with a smaller number
 */
public record DelayedValue(int of, int by, int before, int[] earlier) {}
