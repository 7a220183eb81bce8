package org.kindlin.assays.event.quality;

/**
 * How far a channel wanders during an acquisition.
 *
 * @param percent range of the medians of ten runs, in percent of the median of all
 * @param byChance what it exceeds by chance alone in one steady file of twenty: 4.47 standard errors of a run's median, the 95 %
 *     point of the studentized range of ten
 */
public record TimeDrift(double percent, double byChance) {}
