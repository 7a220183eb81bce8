package org.kindlin.mechanism.ensemble;

import org.kindlin.mechanism.lanes.LaneSimulator;

/** Many sets at once in the lanes of vectors, those that lanes hand back one by one: the same bits as {@link SingleCourses}. */
final class LaneCourses implements CourseEngine {
    private final LaneSimulator lanes;
    private final SingleCourses single;

    LaneCourses(LaneSimulator lanes, SingleCourses single) {
        this.lanes = lanes;
        this.single = single;
    }

    @Override
    public CourseBlock simulate(ParameterSets sets, int first, int count) {
        CourseBlock block = CourseBlock.of(first, count);
        lanes.simulate(i -> sets.given(first + i), block.values());
        for (int i = 0; i < count; i++) {
            if (block.values()[i].length == 0) {
                single.simulate(sets, block, i);
            }
        }
        return block;
    }
}
