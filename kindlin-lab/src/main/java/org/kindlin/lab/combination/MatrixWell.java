package org.kindlin.lab.combination;

/**
 * A well of a dose matrix.
 *
 * @param first nominal dose of the first agent in nM
 * @param second nominal dose of the second agent in nM
 * @param viability percent of untreated, as drawn
 */
record MatrixWell(double first, double second, int replicate, double viability) {}
