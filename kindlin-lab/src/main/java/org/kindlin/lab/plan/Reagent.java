package org.kindlin.lab.plan;

import java.util.List;
import java.util.Optional;

/**
 * A liquid to be made.
 *
 * @param total volume to make: need, dead volume and overage
 * @param use what it is for, well by well
 * @param parts what goes in, in order
 */
public record Reagent(String name, Volume total, String use, List<Part> parts) {

    public Reagent {
        parts = List.copyOf(parts);
    }

    /**
     * One ingredient.
     *
     * @param stock what it is taken from
     * @param strength concentration in the finished reagent
     * @param volume empty where it depends on the lot: the worksheet then leaves a blank
     */
    public record Part(String name, String stock, String strength, Optional<Volume> volume) {
        public static Part of(String name, String stock, String strength, Volume volume) {
            return new Part(name, stock, strength, Optional.of(volume));
        }
    }
}
