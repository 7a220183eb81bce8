package org.kindlin.assays.event.flowjo;

/**
 * A number that FlowJo stored of a population.
 *
 * @param name as FlowJo calls it: {@code Count}, {@code Median}
 * @param channel what it is of; empty for a count or frequency
 */
public record FlowJoStatistic(String name, String channel, double value) {}
