package org.kindlin.assays.transwell;

/**
 * The parameters of a transwell analysis.
 *
 * @param leastArea smallest cell, as a part of the typical one
 * @param level of intervals
 */
public record TranswellProtocol(Stain stain, double leastArea, String doseUnit, double level) {}
