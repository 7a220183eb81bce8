package org.kindlin.benchmarks.trajectories;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.kindlin.mechanism.inference.CompiledProblem;
import org.kindlin.mechanism.inference.PetabLikelihood;
import org.kindlin.mechanism.petab.PetabReader;

/**
 * What a likelihood with gradient and Fisher information costs beside one without, at the nominal parameters of PEtab
 * problems: microseconds of processor time, median of seven rounds after two warm-ups of both. The aim is (p + 1)/3, p
 * the estimated parameters; those of the noise alone cost nothing, so the number that move a course is smaller.
 *
 * <pre>java -cp ... org.kindlin.benchmarks.trajectories.SensitivityBenchmark Boehm_JProteomeRes2014.yaml ...</pre>
 */
public final class SensitivityBenchmark {
    private static final int ROUNDS = 7;
    private static final long WARM_NANOSECONDS = 700_000_000L;
    private static final long ROUND_NANOSECONDS = 40_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private SensitivityBenchmark() {}

    public static void main(String[] arguments) {
        for (String argument : arguments) {
            CompiledProblem problem = CompiledProblem.of(PetabReader.read(Path.of(argument)));
            PetabLikelihood likelihood = new PetabLikelihood(problem, 1e-7, 1e-11, true);
            double[] point = problem.nominal();
            int size = likelihood.dimension();
            double[] gradient = new double[size];
            double[][] information = new double[size][size];
            Runnable value = () -> likelihood.value(point);
            Runnable derivatives = () -> likelihood.derivatives(point, gradient, information);
            microseconds(value);
            microseconds(derivatives);
            double alone = microseconds(value);
            double together = microseconds(derivatives);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d parameters, value %.1f us, with derivatives %.1f us: %.2f times, aim %.2f%n",
                    argument,
                    size,
                    alone,
                    together,
                    together / alone,
                    (size + 1) / 3.0);
        }
    }

    private static double microseconds(Runnable run) {
        long warm = CLOCK.getCurrentThreadCpuTime();
        while (CLOCK.getCurrentThreadCpuTime() - warm < WARM_NANOSECONDS) {
            run.run();
        }
        double[] rounds = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            long before = CLOCK.getCurrentThreadCpuTime();
            int runs = 0;
            while (CLOCK.getCurrentThreadCpuTime() - before < ROUND_NANOSECONDS) {
                run.run();
                runs++;
            }
            rounds[r] = (CLOCK.getCurrentThreadCpuTime() - before) / 1e3 / runs;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
