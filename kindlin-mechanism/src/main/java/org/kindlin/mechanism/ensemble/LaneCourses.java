package org.kindlin.mechanism.ensemble;

import org.kindlin.mechanism.lanes.LaneSimulator;

/**
 * Many sets at once in the lanes of vectors, those that lanes hand back one by one: the same bits as {@link SingleCourses}.
 * Where most are handed back, lanes are no longer tried.
 */
final class LaneCourses implements CourseEngine {
    private final LaneSimulator lanes;
    /** After so many sets it is clear whether lanes are any use for a model. */
    private static final int TRIED = 16;

    /** Fewer are done before the code for lanes is warm. */
    static final int FEWEST_SETS = 256;

    private final SingleCourses single;
    private long taken;
    private long handedBack;

    LaneCourses(LaneSimulator lanes, SingleCourses single) {
        this.lanes = lanes;
        this.single = single;
    }

    @Override
    public CourseBlock simulate(ParameterSets sets, int first, int count) {
        if (sets.count() < FEWEST_SETS) {
            return single.simulate(sets, first, count);
        }
        CourseBlock block = CourseBlock.of(first, count);
        int from = 0;
        while (from < count && 2 * handedBack <= taken) {
            int size = taken < TRIED ? Math.min(TRIED, count - from) : count - from;
            inLanes(sets, block, from, size);
            from += size;
        }
        for (int i = 0; i < count; i++) {
            if (block.values()[i].length == 0) {
                single.simulate(sets, block, i);
            }
        }
        return block;
    }

    private void inLanes(ParameterSets sets, CourseBlock block, int from, int count) {
        double[][][] courses = new double[count][0][];
        lanes.simulate(i -> sets.given(block.first() + from + i), courses);
        for (int i = 0; i < count; i++) {
            block.values()[from + i] = courses[i];
            handedBack += courses[i].length == 0 ? 1 : 0;
        }
        taken += count;
    }
}
