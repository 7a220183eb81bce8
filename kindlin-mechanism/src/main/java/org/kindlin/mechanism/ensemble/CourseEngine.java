package org.kindlin.mechanism.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.lanes.LaneModel;
import org.kindlin.mechanism.lanes.LaneSimulator;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;

/** Simulates stretches of an ensemble. A workspace of one thread. */
interface CourseEngine {
    /** The courses of sets from {@code first} on. */
    CourseBlock simulate(ParameterSets sets, int first, int count);

    /** As many engines as asked for, the fastest there are for a model: in lanes where vectors can be had and it is one for them. */
    static List<CourseEngine> of(CompiledModel model, SimulationOptions options, Observables observables, int count) {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        List<CourseEngine> engines = new ArrayList<>();
        Optional<LaneModel> lanes =
                vectors && LaneModel.takes(model) ? Optional.of(new LaneModel(model, observables)) : Optional.empty();
        for (int i = 0; i < count; i++) {
            SingleCourses single = new SingleCourses(new Simulator(model, options, observables));
            engines.add(lanes.<CourseEngine>map(code -> new LaneCourses(
                            new LaneSimulator(code, options), single, LaneCourses.SECONDS_WORTH_COMPILING))
                    .orElse(single));
        }
        return engines;
    }
}
