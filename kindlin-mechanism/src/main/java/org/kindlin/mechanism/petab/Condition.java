package org.kindlin.mechanism.petab;

import java.util.List;

/**
 * An experimental condition: what it sets in the model.
 *
 * @param changes only those cells that hold a number or a name; an empty or NaN cell leaves the model as it is
 */
public record Condition(String id, List<Change> changes) {
    /** Makes the list immutable. */
    public Condition {
        changes = List.copyOf(changes);
    }

    /** One setting: of a parameter or compartment, its value; of a species, its start. */
    public record Change(String target, PetabValue value) {}
}
