package org.kindlin.mechanism.lanes;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lanes of one method, with the courses in them and those that wait for one. A workspace. */
final class LaneBench {
    final LaneStepper method;
    /** By lane; null where there is none. */
    final @Nullable LaneCourse[] courses = new LaneCourse[Lanes.COUNT];

    private final Deque<LaneCourse> waiting = new ArrayDeque<>();
    private int busy;

    LaneBench(LaneStepper method) {
        this.method = method;
    }

    /** Takes a course as soon as there is a lane. */
    void add(LaneCourse course) {
        waiting.add(course);
    }

    /** Whether more courses could be taken at once. */
    boolean hasRoom() {
        return busy + waiting.size() < Lanes.COUNT;
    }

    boolean isIdle() {
        return busy == 0 && waiting.isEmpty();
    }

    /** Puts courses that wait into free lanes. */
    void fill() {
        for (int lane = 0; lane < Lanes.COUNT && !waiting.isEmpty(); lane++) {
            if (courses[lane] == null) {
                LaneCourse course = waiting.remove();
                method.place(lane, course.time, course.state, course.parameters);
                method.step[lane] = course.step;
                courses[lane] = course;
                busy++;
            }
        }
    }

    /** Frees a lane. */
    void release(int lane) {
        courses[lane] = null;
        busy--;
    }
}
