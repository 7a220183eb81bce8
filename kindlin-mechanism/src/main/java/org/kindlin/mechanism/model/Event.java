package org.kindlin.mechanism.model;

import java.util.List;
import java.util.Optional;

/**
 * A sudden change.
 *
 * @param delay time from its being set off to its execution; none where empty
 * @param priority of events at the same time the one of highest priority goes first; undefined where empty
 * @param useValuesFromTriggerTime whether the assigned values are those of the moment at which it was set off
 */
public record Event(
        String id,
        Trigger trigger,
        Optional<Expression> delay,
        Optional<Expression> priority,
        boolean useValuesFromTriggerTime,
        List<EventAssignment> assignments,
        Remarks remarks) {
    public Event {
        assignments = List.copyOf(assignments);
    }
}
