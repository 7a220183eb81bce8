package org.kindlin.mechanism.simulate;

import java.util.List;

/**
 * Values over time.
 *
 * @param names of the columns, without time
 * @param times ascending
 * @param values one row per time, in it one value per name; may be infinite or not a number where the model has it so
 * @param breaches when constraints of the model did not hold, in the order of time
 */
public record TimeCourse(List<String> names, double[] times, double[][] values, List<ConstraintBreach> breaches) {
    /** Makes the lists immutable. */
    public TimeCourse {
        names = List.copyOf(names);
        breaches = List.copyOf(breaches);
    }

    /** Values over time with no constraint broken. */
    public TimeCourse(List<String> names, double[] times, double[][] values) {
        this(names, times, values, List.of());
    }
}
