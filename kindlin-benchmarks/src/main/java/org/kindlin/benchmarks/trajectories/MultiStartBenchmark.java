package org.kindlin.benchmarks.trajectories;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kindlin.mechanism.inference.CompiledProblem;
import org.kindlin.mechanism.inference.Optimum;
import org.kindlin.mechanism.inference.PetabFit;
import org.kindlin.mechanism.petab.PetabReader;

/**
 * How surely and how fast fits from many starts find the best optimum of a PEtab problem: for every seed the best objective, the next
 * ones, and processor time. {@code MultiStartBenchmark PROBLEM.yaml STARTS ITERATIONS FIRST_SEED LAST_SEED}.
 */
public final class MultiStartBenchmark {
    private static final int SHOWN = 5;

    private MultiStartBenchmark() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        CompiledProblem problem = CompiledProblem.of(PetabReader.read(Path.of(arguments[0])));
        int starts = Integer.parseInt(arguments[1]);
        int iterations = Integer.parseInt(arguments[2]);
        int last = Integer.parseInt(arguments[4]);
        for (int seed = Integer.parseInt(arguments[3]); seed <= last; seed++) {
            double before = processorSeconds();
            List<Optimum> optima = PetabFit.optima(problem, new PetabFit.Search(starts, seed, iterations));
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "seed %d:", seed));
            optima.stream()
                    .limit(SHOWN)
                    .forEach(each -> line.append(String.format(Locale.ROOT, " %.4f", each.value())));
            System.out.printf(
                    Locale.ROOT,
                    "%s (%s, %d steps), %.1f s of processor time%n",
                    line,
                    optima.getFirst().ending().text(),
                    optima.getFirst().iterations(),
                    processorSeconds() - before);
        }
    }

    private static double processorSeconds() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean own
                ? own.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
