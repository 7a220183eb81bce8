package org.kindlin.mechanism.ensemble;

import org.kindlin.mechanism.lanes.LaneSimulator;

/**
 * Many sets at once in the lanes of vectors, those that lanes hand back one by one: the same bits as {@link SingleCourses}.
 * Vector code is slower than scalar code until HotSpot has compiled it, so where there is enough left to do, the first sets of every
 * block are tried in lanes, and lanes take over when they prove faster.
 */
final class LaneCourses implements CourseEngine {
    /** Of a block; enough for every lane to be filled a few times. */
    private static final int TRIED = 32;
    /** What compiling costs, and as much to gain. */
    static final double SECONDS_WORTH_COMPILING = 5;

    private final LaneSimulator lanes;
    private final SingleCourses single;
    private final double secondsWorthCompiling;
    /** Of one set alone; not a number as long as it is not known. */
    private double secondsAlone = Double.NaN;

    private boolean faster;
    private long taken;
    private long handedBack;

    /** @param secondsWorthCompiling how long the remaining sets have to take one by one for lanes to be tried */
    LaneCourses(LaneSimulator lanes, SingleCourses single, double secondsWorthCompiling) {
        this.lanes = lanes;
        this.single = single;
        this.secondsWorthCompiling = secondsWorthCompiling;
    }

    @Override
    public CourseBlock simulate(ParameterSets sets, int first, int count) {
        CourseBlock block = CourseBlock.of(first, count);
        int inLanes = isWorthwhile(sets.count() - first) ? Math.min(count, faster ? count : TRIED) : 0;
        double seconds = inLanes > 0 ? inLanes(sets, block, inLanes) : 0;
        int alone = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (block.values()[i].length == 0) {
                single.simulate(sets, block, i);
                alone++;
            }
        }
        if (alone > TRIED) {
            secondsAlone = (System.nanoTime() - begun) * 1e-9 / alone;
        }
        faster |= inLanes > 0 && seconds < inLanes * secondsAlone;
        return block;
    }

    /** Whether most sets of lanes stay in them, and are many enough. */
    private boolean isWorthwhile(int left) {
        boolean stay = taken < TRIED || 2 * handedBack <= taken;
        return stay && (faster || secondsWorthCompiling <= 0 || left * secondsAlone > secondsWorthCompiling);
    }

    private double inLanes(ParameterSets sets, CourseBlock block, int count) {
        double[][][] courses = new double[count][0][];
        long begun = System.nanoTime();
        lanes.simulate(i -> sets.given(block.first() + i), courses);
        double seconds = (System.nanoTime() - begun) * 1e-9;
        for (int i = 0; i < count; i++) {
            block.values()[i] = courses[i];
            handedBack += courses[i].length == 0 ? 1 : 0;
        }
        taken += count;
        return seconds;
    }
}
