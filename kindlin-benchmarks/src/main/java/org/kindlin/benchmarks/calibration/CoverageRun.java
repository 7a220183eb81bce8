package org.kindlin.benchmarks.calibration;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kindlin.numerics.random.RandomStream;

/**
 * How many experiments of which scenarios a main simulates, from its arguments.
 *
 * @param wanted what the name of a scenario contains
 */
record CoverageRun(int experiments, long seed, String wanted) {

    /** One simulated experiment. */
    @FunctionalInterface
    interface Experiment<S> {
        /** Adds what its intervals held, under the name of each estimate. */
        void add(S scenario, long seed, Map<String, Coverage> found);
    }

    /** From {@code [experiments] [seed] [wanted]}; 1000, 1 and all where they are not stated. */
    static CoverageRun of(String[] arguments) {
        return new CoverageRun(
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000,
                arguments.length > 1 ? Long.parseLong(arguments[1]) : 1,
                arguments.length > 2 ? arguments[2] : "");
    }

    /** Prints one row per scenario and estimate. */
    <S> void print(List<S> scenarios, Function<S, String> name, Experiment<S> experiment) {
        for (S scenario : scenarios) {
            if (!name.apply(scenario).contains(wanted)) {
                continue;
            }
            Map<String, Coverage> found = new LinkedHashMap<>();
            for (int i = 0; i < experiments; i++) {
                experiment.add(scenario, RandomStream.ofSeed(seed).child(i).nextLong(), found);
            }
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
            System.out.println(name.apply(scenario) + " (processor time so far " + cpu + " ms)");
            found.forEach((estimate, coverage) -> System.out.println(coverage.row(estimate)));
        }
    }
}
