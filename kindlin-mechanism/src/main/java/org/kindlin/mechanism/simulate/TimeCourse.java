package org.kindlin.mechanism.simulate;

import java.util.List;

/**
 * Values over time.
 *
 * @param names of the columns, without time
 * @param times ascending
 * @param values one row per time, in it one value per name; may be infinite or not a number where the model has it so
 */
public record TimeCourse(List<String> names, double[] times, double[][] values) {
    public TimeCourse {
        names = List.copyOf(names);
    }
}
