package org.kindlin.assays.tracks;

import java.util.OptionalDouble;

/**
 * How cells are found in a film.
 *
 * @param diameter of a cell in pixels; empty to take that at which the first frame's cells stand out most
 * @param contrast least height above the ground, in its robust deviations
 * @param isDark whether cells are darker than the ground
 */
public record SpotDetection(OptionalDouble diameter, double contrast, boolean isDark) {}
