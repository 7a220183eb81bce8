package org.kindlin.assays.event.gating;

import java.util.Optional;

/**
 * The events in a gate.
 *
 * @param id id of the gate or quadrant
 * @param parent id of the population it selects from; empty for all events
 */
public record Population(String id, Optional<String> parent, Membership members) {}
