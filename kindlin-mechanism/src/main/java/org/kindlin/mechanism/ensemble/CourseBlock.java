package org.kindlin.mechanism.ensemble;

import org.jspecify.annotations.Nullable;

/**
 * What came out for consecutive sets.
 *
 * @param values by set, time, observable; empty where the simulation failed
 * @param failures by set; null where it did not
 */
record CourseBlock(int first, double[][][] values, @Nullable String[] failures) {
    static CourseBlock of(int first, int count) {
        return new CourseBlock(first, new double[count][0][], new String[count]);
    }

    void tell(CourseReceiver receiver) {
        for (int i = 0; i < failures.length; i++) {
            String failure = failures[i];
            if (failure != null) {
                receiver.failed(first + i, failure);
            } else {
                receiver.course(first + i, values[i]);
            }
        }
    }
}
