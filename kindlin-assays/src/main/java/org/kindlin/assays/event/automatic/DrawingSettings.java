package org.kindlin.assays.event.automatic;

import java.util.Optional;
import org.kindlin.numerics.random.RandomStream;

/**
 * How gates are drawn.
 *
 * @param model what cuts one channel in two
 * @param level confidence level of a limit's interval
 * @param resamples resamples behind that interval; 0 for none
 * @param viability channel of the viability dye; empty for the first that is named after one
 * @param random source of resamples and starts, derived from the analysis's seed
 */
public record DrawingSettings(
        CutModel model, double level, int resamples, Optional<String> viability, RandomStream random) {}
