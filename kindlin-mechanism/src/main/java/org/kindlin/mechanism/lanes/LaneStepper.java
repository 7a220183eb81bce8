package org.kindlin.mechanism.lanes;

import java.util.Arrays;
import jdk.incubator.vector.VectorOperators;

/**
 * One-step integration in lanes, each lane with a set, a time and a step of its own, by the arithmetic of the scalar method:
 * {@link #place} sets, {@link #attempt} steps, {@link #proceed} where they are accepted. A workspace.
 */
abstract sealed class LaneStepper permits LaneRodas5P, LaneDormandPrince {
    static final int COUNT = Lanes.COUNT;

    final LaneSystem system;
    final int size;
    /** Of the states of all lanes. */
    final int length;

    final double relative;
    final double absolute;
    final double[] memory;
    final double[] start;
    final double[] end;

    /** Where each lane's step begins, and how long it is. */
    final double[] startTime = new double[COUNT];

    final double[] step = new double[COUNT];
    final double[] endTime = new double[COUNT];
    /** Of the last attempt: the error in units of the tolerance, not a number where something is not finite; whether the lane is fit. */
    final double[] error = new double[COUNT];

    final boolean[] fit = new boolean[COUNT];
    private final double[][] scratch;
    private final double[] endState;

    LaneStepper(LaneSystem system, double relative, double absolute) {
        this.system = system;
        this.relative = relative;
        this.absolute = absolute;
        size = system.size;
        length = size * COUNT;
        memory = system.newMemory();
        scratch = system.newScratch();
        start = new double[length];
        end = new double[length];
        endState = new double[size];
        Arrays.fill(step, 1);
    }

    /** The error of a step shrinks as this power of its length. */
    abstract int errorOrder();

    /** Tries a step in every lane. */
    abstract void attempt();

    /** Prepares values within the step. */
    abstract void prepareDense();

    /** Finds the state of a lane at a time within its step. */
    abstract void interpolate(int lane, double time, double[] state);

    /** Puts a set into a lane. */
    void place(int lane, double time, double[] state, double[] parameters) {
        startTime[lane] = time;
        for (int i = 0; i < size; i++) {
            start[i * COUNT + lane] = state[i];
        }
        system.place(memory, lane, parameters, scratch);
    }

    /** Copies the state at the end of a lane's step. */
    final void copyEnd(int lane, double[] state) {
        for (int i = 0; i < size; i++) {
            state[i] = end[i * COUNT + lane];
        }
    }

    /** Lets the step of a lane end at this time within it. */
    void endAt(int lane, double time) {
        if (time == endTime[lane]) {
            return;
        }
        interpolate(lane, time, endState);
        endTime[lane] = time;
        for (int i = 0; i < size; i++) {
            end[i * COUNT + lane] = endState[i];
        }
    }

    /** Takes the end of the step as the next start in lanes where {@code accepted} is positive. */
    void proceed(double[] accepted) {
        var mask = Lanes.load(accepted, 0).compare(VectorOperators.GT, 0);
        Lanes.load(startTime, 0).blend(Lanes.load(endTime, 0), mask).intoArray(startTime, 0);
        for (int at = 0; at < length; at += COUNT) {
            Lanes.load(start, at).blend(Lanes.load(end, at), mask).intoArray(start, at);
        }
    }
}
