package org.kindlin.mechanism.inference;

import java.util.List;
import java.util.Optional;

/**
 * One simulation that measurements are compared with.
 *
 * @param before settings of the preequilibration, if any
 * @param settings settings of the simulation
 * @param restarted states that the condition sets anew after a preequilibration
 * @param columns direction of each estimated parameter that moves the course, or -1
 * @param width number of directions
 * @param times ascending; the last may be infinite
 * @param points for each time its measurements
 */
record Experiment(
        Optional<Settings> before,
        Settings settings,
        boolean[] restarted,
        int[] columns,
        int width,
        double[] times,
        List<List<Point>> points) {

    /**
     * One measurement with its formulas.
     *
     * @param index its place in the measurement table
     * @param observable number of its observable
     * @param placeholders values of the slots {@code slots}
     */
    record Point(int index, int observable, int[] slots, List<Settings.Resolved> placeholders) {}
}
