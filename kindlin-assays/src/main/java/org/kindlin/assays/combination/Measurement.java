package org.kindlin.assays.combination;

/**
 * One well.
 *
 * @param firstDose dose of the first agent, zero where it got none
 * @param response as the file has it
 */
public record Measurement(double firstDose, double secondDose, double response) {}
