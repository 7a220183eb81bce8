package org.kindlin.benchmarks.trajectories;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;

/**
 * One trajectory of a model with 50 outputs, alone and with the sensitivities of every state by the logarithm of every
 * parameter that is not zero: Kindlin, then CVODES in C. Microseconds of processor time, least of forty rounds; the largest
 * error of a state in units of rtol 1e-6 and atol 1e-9, and of a sensitivity beside its own size and its state's.
 *
 * <pre>java --add-modules jdk.incubator.vector -cp ... org.kindlin.benchmarks.trajectories.SensitivityPeerBenchmark PREFIX MODEL...</pre>
 *
 * PREFIX is an installation of SUNDIALS 6 as {@link TrajectoryBenchmark} has it, a model as {@link TrajectoryProblem#of}.
 */
public final class SensitivityPeerBenchmark {
    private static final int OUTPUTS = TrajectoryProblem.OUTPUTS;
    private static final int ROUNDS = 40;
    private static final long ROUND_NANOSECONDS = 20_000_000L;
    private static final double[] TOLERANCES = {1e-6, 1e-7, 1e-8};
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final TrajectoryProblem problem;
    private final LogarithmicSensitivities system;
    private final double[][] states = new double[OUTPUTS][];
    private final double[][] sensitivities = new double[OUTPUTS][];

    private SensitivityPeerBenchmark(TrajectoryProblem problem) {
        this.problem = problem;
        this.system =
                new LogarithmicSensitivities(problem.model(), problem.start().parameters());
        forget();
    }

    /** Measures every model. */
    public static void main(String[] arguments) throws IOException {
        for (String each : List.of(arguments).subList(1, arguments.length)) {
            new SensitivityPeerBenchmark(TrajectoryProblem.of(each)).measure(arguments[0]);
        }
    }

    private void forget() {
        for (int t = 0; t < OUTPUTS; t++) {
            states[t] = new double[problem.states()];
            sensitivities[t] = new double[problem.states() * system.parameters()];
        }
    }

    private void measure(String sundials) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s: %d states, %d parameters, aim (p + 1)/3 = %.2f%n",
                problem.name(),
                problem.states(),
                system.parameters(),
                (system.parameters() + 1) / 3.0);
        run(OdeIntegrator.withSensitivities(system, system, options(1e-10)), true);
        double[][] exact = states.clone();
        double[][] exactSensitivities = sensitivities.clone();
        forget();
        for (double tolerance : TOLERANCES) {
            OdeIntegrator plain = new OdeIntegrator(system, system, options(tolerance));
            OdeIntegrator sensitive = OdeIntegrator.withSensitivities(system, system, options(tolerance));
            double alone = Double.POSITIVE_INFINITY;
            double together = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                alone = Math.min(alone, microseconds(plain, false));
                together = Math.min(together, microseconds(sensitive, true));
            }
            System.out.printf(
                    Locale.ROOT,
                    "  kindlin %g: alone %.1f us, together %.1f us, %.2f times, error %.3g, of sensitivities %.3g, %d steps%n",
                    tolerance,
                    alone,
                    together,
                    together / alone,
                    error(states, exact, exact, 0),
                    error(sensitivities, exactSensitivities, exact, 1),
                    stepsOfOne(tolerance));
        }
        cvodes(sundials, exact, exactSensitivities);
    }

    private static OdeOptions options(double tolerance) {
        return OdeOptions.of(tolerance, tolerance * 1e-3)
                .withMethod(IntegrationMethod.STIFF)
                .withMaximumSteps(1_000_000);
    }

    private long stepsOfOne(double tolerance) {
        OdeIntegrator integrator = new OdeIntegrator(system, system, options(tolerance));
        run(integrator, false);
        return integrator.statistics().steps();
    }

    private double microseconds(OdeIntegrator integrator, boolean withSensitivities) {
        long before = CLOCK.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < ROUND_NANOSECONDS) {
            run(integrator, withSensitivities);
            runs++;
            spent = CLOCK.getCurrentThreadCpuTime() - before;
        }
        return spent / 1e3 / runs;
    }

    private void run(OdeIntegrator integrator, boolean withSensitivities) {
        integrator.reset();
        integrator.start(0, problem.start().state());
        for (int t = 0; t < OUTPUTS; t++) {
            double target = problem.end() * (t + 1) / OUTPUTS;
            Advance advance = integrator.advance(target);
            while (advance instanceof Advance.RootsCrossed) {
                advance = integrator.advance(target);
            }
            if (advance instanceof Advance.Failed failed) {
                throw new IllegalStateException(failed.text());
            }
            integrator.copyState(states[t]);
            if (withSensitivities) {
                integrator.copySensitivities(sensitivities[t]);
            }
        }
    }

    /** The largest error; the size of the state beside that of a sensitivity counts {@code share} times. */
    private double error(double[][] values, double[][] exact, double[][] exactStates, double share) {
        double largest = 0;
        for (int t = 0; t < OUTPUTS; t++) {
            int columns = exact[t].length / problem.states();
            for (int k = 0; k < exact[t].length; k++) {
                double size = Math.abs(exact[t][k]) + share * Math.abs(exactStates[t][k / columns]);
                largest = Math.max(largest, Math.abs(values[t][k] - exact[t][k]) / (1e-9 + 1e-6 * size));
            }
        }
        return largest;
    }

    private void cvodes(String sundials, double[][] exact, double[][] exactSensitivities) throws IOException {
        Path folder = Files.createTempDirectory("cvodes");
        Files.writeString(
                folder.resolve("model.c"),
                CvodeSource.of(problem, system, exact, exactSensitivities),
                StandardCharsets.UTF_8);
        Path peer = Path.of("kindlin-benchmarks/src/main/c").toAbsolutePath();
        String build = "gcc -O3 -march=native -flto -o " + folder + "/peer " + folder + "/model.c -I" + peer + " -I"
                + sundials + "/include -L" + sundials + "/lib -lsundials_cvodes -lsundials_sunlinsoldense"
                + " -lsundials_sunlinsolband -lsundials_sunmatrixdense -lsundials_sunmatrixband"
                + " -lsundials_sunnonlinsolnewton -lsundials_nvecserial -lsundials_generic -lm";
        Process process = new ProcessBuilder("sh", "-c", build + " && " + folder + "/peer")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> System.out.println("  " + line));
        }
    }
}
