package org.kindlin.mechanism.compile;

import java.util.List;
import org.kindlin.mechanism.model.Event;

/**
 * An event as nodes.
 *
 * @param event as the model has it
 * @param trigger node of its condition
 * @param delay node of its delay; -1 where there is none
 * @param priority node of its priority; -1 where it is undefined
 * @param assignments what it changes
 */
public record EventEquations(Event event, int trigger, int delay, int priority, List<Target> assignments) {
    public EventEquations {
        assignments = List.copyOf(assignments);
    }

    /**
     * Something that an event changes.
     *
     * @param value node of the new value, as formulas see it
     * @param state the state to change; -1 where it is a parameter
     * @param slot the parameter to change; -1 where it is a state
     * @param size node of the compartment's size where an amount is kept and a concentration assigned; -1 otherwise
     */
    public record Target(int value, int state, int slot, int size) {}
}
