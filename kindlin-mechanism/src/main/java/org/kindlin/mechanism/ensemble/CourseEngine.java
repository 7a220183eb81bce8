package org.kindlin.mechanism.ensemble;

import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.lanes.LaneSimulator;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;

/** Simulates stretches of an ensemble. A workspace of one thread. */
interface CourseEngine {
    /** The courses of sets from {@code first} on. */
    CourseBlock simulate(ParameterSets sets, int first, int count);

    /** The fastest there is for a model: in lanes where vectors can be had and the model is nothing but rates. */
    static CourseEngine of(CompiledModel model, SimulationOptions options, Observables observables) {
        SingleCourses single = new SingleCourses(new Simulator(model, options, observables));
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors && LaneSimulator.takes(model)
                ? new LaneCourses(new LaneSimulator(model, options, observables), single)
                : single;
    }
}
