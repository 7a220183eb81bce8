package org.kindlin.assays.cytometry;

/**
 * The median of a marker over the scored cells of one file.
 *
 * @param median on the instrument's linear scale, compensated where there is a matrix
 * @param scaled {@code asinh(median/cofactor)}
 * @param se standard error of {@code scaled}, from the median's interval; NaN where that is open
 */
public record MarkerMedian(String marker, double median, double scaled, double se) {}
