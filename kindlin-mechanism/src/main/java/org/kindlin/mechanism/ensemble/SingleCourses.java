package org.kindlin.mechanism.ensemble;

import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.simulate.Simulator;

/** One set after the other, each exactly as {@link Simulator} has it alone: any model. */
final class SingleCourses implements CourseEngine {
    private final Simulator simulator;

    SingleCourses(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public CourseBlock simulate(ParameterSets sets, int first, int count) {
        CourseBlock block = CourseBlock.of(first, count);
        for (int i = 0; i < count; i++) {
            simulate(sets, block, i);
        }
        return block;
    }

    /** One set of a block. */
    void simulate(ParameterSets sets, CourseBlock block, int at) {
        try {
            block.values()[at] = simulator.values(sets.given(block.first() + at));
        } catch (InputFaultException failed) {
            block.failures()[at] = failed.faults().getFirst().problem();
        }
    }
}
