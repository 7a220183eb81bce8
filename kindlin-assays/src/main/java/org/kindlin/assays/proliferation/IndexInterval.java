package org.kindlin.assays.proliferation;

/**
 * A value with its interval.
 *
 * @param se standard error
 */
record IndexInterval(double value, double low, double high, double se) {}
