package org.kindlin.assays.transwell;

import java.util.OptionalInt;

/**
 * The parameters of a transwell analysis.
 *
 * @param channel that shows the cells, from 1; empty for the first
 * @param leastArea smallest cell, as a part of the typical one
 * @param level of intervals
 */
public record TranswellProtocol(Stain stain, OptionalInt channel, double leastArea, String doseUnit, double level) {}
