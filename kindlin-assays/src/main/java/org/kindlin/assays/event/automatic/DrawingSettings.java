package org.kindlin.assays.event.automatic;

import org.kindlin.numerics.random.RandomStream;

/**
 * How gates are drawn.
 *
 * @param model what cuts one channel in two
 * @param level confidence level of a limit's interval
 * @param resamples resamples behind that interval; 0 for none
 * @param random source of resamples and starts, derived from the analysis's seed
 */
public record DrawingSettings(CutModel model, double level, int resamples, RandomStream random) {}
