package org.kindlin.benchmarks.trajectories;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindlin.mechanism.ensemble.CourseBands;
import org.kindlin.mechanism.ensemble.CourseReceiver;
import org.kindlin.mechanism.ensemble.DrawnSets;
import org.kindlin.mechanism.ensemble.ParameterEnsemble;
import org.kindlin.mechanism.prior.Evidence;
import org.kindlin.mechanism.prior.Prior;
import org.kindlin.mechanism.prior.PriorParameter;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;

/**
 * Ensembles of PEtab or library models, every positive parameter within a factor of 1.2: microseconds of processor time
 * a set on one thread, 50 outputs included. First with steps at the tolerances of {@link TrajectoryBenchmark},
 * whose stiff method makes the same errors, median of seven rounds; then with bands at an allowed error of 1e-6 and 1e-9, quick and strict, with the heap in use
 * after it, for ensembles that grow hundredfold. With {@code --add-modules jdk.incubator.vector} sets run in lanes.
 *
 * <pre>java --add-modules jdk.incubator.vector -cp ... org.kindlin.benchmarks.trajectories.EnsembleBenchmark LARGEST MODEL...</pre>
 */
public final class EnsembleBenchmark {
    private static final double FACTOR = 1.2;
    private static final int ROUNDS = 7;

    private EnsembleBenchmark() {}

    /** Measures every model. */
    public static void main(String[] arguments) {
        int largest = Integer.parseInt(arguments[0]);
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            TrajectoryProblem problem = TrajectoryProblem.of(name);
            for (double tolerance : new double[] {1e-5, 1e-6, 1e-7}) {
                SimulationOptions.Care quick = SimulationOptions.Care.QUICK;
                SimulationOptions options = new SimulationOptions(
                        0, problem.end(), TrajectoryProblem.OUTPUTS, 1e-2 * tolerance, 10 * tolerance, 1, quick);
                System.out.printf(
                        Locale.ROOT,
                        "%s, steps at %g: %s%n",
                        problem.name(),
                        tolerance,
                        again(problem, options, largest));
            }
            for (SimulationOptions.Care care : SimulationOptions.Care.values()) {
                measure(problem, care, Math.max(200, largest / 100));
                for (int sets = largest / 100; sets <= largest; sets *= 10) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s, %s, %d sets: %s%n",
                            problem.name(),
                            care,
                            sets,
                            measure(problem, care, sets));
                }
            }
        }
    }

    /** The same ensemble until it is warm, as {@link TrajectoryBenchmark} has its trajectories, keeping nothing but the courses of a block. */
    private static String again(TrajectoryProblem problem, SimulationOptions options, int count) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Observables seen = Observables.all(problem.model(), Set.of());
        DrawnSets sets = new DrawnSets(problem.model(), problem.given(), priors(problem), count, 1);
        ParameterEnsemble ensemble = new ParameterEnsemble(problem.model(), options, seen, 1);
        double[] times = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            CourseCount received = new CourseCount();
            long before = clock.getCurrentThreadCpuTime();
            ensemble.simulate(sets, received);
            times[r] = (clock.getCurrentThreadCpuTime() - before) / 1e3 / count;
        }
        double first = times[0];
        Arrays.sort(times);
        return String.format(
                Locale.ROOT, "%.1f us a set, %.1f in the first of %d rounds", times[ROUNDS / 2], first, ROUNDS);
    }

    /** Counts. */
    private static final class CourseCount implements CourseReceiver {
        private int courses;

        @Override
        public void course(int set, double[][] values) {
            courses++;
        }

        @Override
        public void failed(int set, String reason) {
            throw new IllegalStateException("set " + set + " of " + courses + ": " + reason);
        }
    }

    private static String measure(TrajectoryProblem problem, SimulationOptions.Care care, int count) {
        return measure(
                problem,
                new SimulationOptions(0, problem.end(), TrajectoryProblem.OUTPUTS, 1e-9, 1e-6, 1, care),
                count);
    }

    private static String measure(TrajectoryProblem problem, SimulationOptions options, int count) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Observables seen = Observables.all(problem.model(), Set.of());
        DrawnSets sets = new DrawnSets(problem.model(), problem.given(), priors(problem), count, 1);
        CourseBands bands =
                new CourseBands(TrajectoryProblem.OUTPUTS + 1, seen.names().size(), count);
        ParameterEnsemble ensemble = new ParameterEnsemble(problem.model(), options, seen, 1);
        long before = clock.getCurrentThreadCpuTime();
        ensemble.simulate(sets, bands);
        double time = (clock.getCurrentThreadCpuTime() - before) / 1e3 / count;
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        double[] middle = bands.quantiles(TrajectoryProblem.OUTPUTS, 0, 0.05, 0.95);
        return String.format(
                Locale.ROOT,
                "%.1f us a set, %d failed, %d MiB, middle 90 %% of %s %.6g to %.6g",
                time,
                bands.failed(),
                heap,
                seen.names().getFirst(),
                middle[0],
                middle[1]);
    }

    private static List<PriorParameter> priors(TrajectoryProblem problem) {
        double[] given = problem.given();
        return IntStream.range(0, given.length)
                .filter(slot -> given[slot] > 0
                        && Double.isFinite(given[slot])
                        && !problem.model().equations().parameters().get(slot).initialOnly())
                .mapToObj(slot -> new PriorParameter(
                        problem.model().equations().parameters().get(slot).id(),
                        given[slot],
                        "",
                        new Prior.LogUniform(given[slot] / FACTOR, given[slot] * FACTOR),
                        Evidence.ASSUMED,
                        "",
                        ""))
                .toList();
    }
}
