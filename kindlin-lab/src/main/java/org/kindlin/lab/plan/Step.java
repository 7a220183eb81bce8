package org.kindlin.lab.plan;

import java.util.List;

/**
 * One step of the protocol.
 *
 * @param eachPlate whether it is done plate by plate
 * @param actions what to tick off; {@code [A]} marks what the protocol does not state
 * @param handsMinutes time at the bench (for one plate where it is done plate by plate)
 * @param waitMinutes time that then passes by itself
 * @param temperature where it matters; empty otherwise
 */
public record Step(
        String title, boolean eachPlate, List<String> actions, int handsMinutes, int waitMinutes, String temperature) {

    public Step {
        actions = List.copyOf(actions);
    }

    public static Step once(String title, int handsMinutes, int waitMinutes, String temperature, String... actions) {
        return new Step(title, false, List.of(actions), handsMinutes, waitMinutes, temperature);
    }

    public static Step eachPlate(
            String title, int handsMinutes, int waitMinutes, String temperature, String... actions) {
        return new Step(title, true, List.of(actions), handsMinutes, waitMinutes, temperature);
    }
}
