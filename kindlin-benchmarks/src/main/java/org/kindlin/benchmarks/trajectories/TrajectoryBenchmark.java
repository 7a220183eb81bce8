package org.kindlin.benchmarks.trajectories;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.OdeStatistics;

/**
 * One trajectory of a model with 50 outputs, Kindlin and CVODE in turn: microseconds of processor time (median of eleven
 * rounds, warm) at several tolerances, the largest error of any state at any output in units of rtol 1e-6 and atol 1e-9
 * (against Kindlin at 1e-12 and 1e-15), and from these the time at equal achieved error.
 *
 * <pre>java -cp ... org.kindlin.benchmarks.trajectories.TrajectoryBenchmark [--sundials PREFIX] MODEL...</pre>
 *
 * A model is as {@link TrajectoryProblem#of} has it. With {@code --sundials} (an installation of SUNDIALS 6 built with
 * {@code -O3 -march=native -flto}, static, with KLU) the C peer is built by gcc and measured too.
 */
public final class TrajectoryBenchmark {
    private static final int OUTPUTS = TrajectoryProblem.OUTPUTS;
    private static final int ROUNDS = 11;
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-9;
    private static final double[] TOLERANCES = {1e-5, 1e-6, 1e-7};

    private final TrajectoryProblem problem;
    private final Map<String, List<double[]>> series = new LinkedHashMap<>();

    private TrajectoryBenchmark(TrajectoryProblem problem) {
        this.problem = problem;
    }

    /** Measures every model. */
    public static void main(String[] arguments) throws IOException {
        List<String> models = new ArrayList<>(List.of(arguments));
        String sundials = "";
        if (models.getFirst().equals("--sundials")) {
            models.removeFirst();
            sundials = models.removeFirst();
        }
        for (String each : models) {
            TrajectoryBenchmark benchmark = new TrajectoryBenchmark(TrajectoryProblem.of(each));
            benchmark.measure(sundials);
        }
    }

    private void measure(String sundials) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s: %d states, %d elements of the Jacobian%n",
                problem.name(),
                problem.states(),
                problem.model().pattern().nonZeros());
        double[][] exact = new double[OUTPUTS][problem.states()];
        FixedCourse course = new FixedCourse(problem.model(), problem.start().parameters());
        run(
                new OdeIntegrator(
                        course,
                        course,
                        OdeOptions.of(1e-12, 1e-15)
                                .withMethod(IntegrationMethod.STIFF)
                                .withMaximumSteps(10_000_000)),
                exact);
        for (IntegrationMethod method : List.of(IntegrationMethod.AUTOMATIC, IntegrationMethod.STIFF)) {
            for (double tolerance : TOLERANCES) {
                measure(course, method, tolerance, exact);
            }
        }
        if (!sundials.isEmpty()) {
            cvode(sundials, exact);
        }
        series.forEach((name, points) ->
                System.out.printf(Locale.ROOT, "  %-12s %10.1f us at an error of 1%n", name, timeAtErrorOne(points)));
    }

    private void measure(FixedCourse course, IntegrationMethod method, double tolerance, double[][] exact) {
        OdeOptions options = OdeOptions.of(tolerance, tolerance * (ABSOLUTE / RELATIVE))
                .withMethod(method)
                .withMaximumSteps(100_000);
        OdeIntegrator integrator = new OdeIntegrator(course, course, options);
        double[][] values = new double[OUTPUTS][problem.states()];
        if (!run(integrator, values)) {
            System.out.printf(Locale.ROOT, "  %-12s %g fails%n", method, tolerance);
            return;
        }
        OdeStatistics first = integrator.statistics();
        double error = error(values, exact);
        double time = microseconds(integrator, values);
        System.out.printf(
                Locale.ROOT,
                "  %-12s %g %9.1f us, error %.2f, %d steps, %d rejected, %d derivatives, %d factorisations%n",
                method,
                tolerance,
                time,
                error,
                first.steps(),
                first.rejected(),
                first.derivatives(),
                first.factorisations());
        series.computeIfAbsent(method.toString(), _ -> new ArrayList<>()).add(new double[] {error, time});
    }

    private static double error(double[][] values, double[][] exact) {
        double error = 0;
        for (int t = 0; t < OUTPUTS; t++) {
            for (int i = 0; i < exact[t].length; i++) {
                double tolerance = ABSOLUTE + RELATIVE * Math.abs(exact[t][i]);
                error = Math.max(error, Math.abs(values[t][i] - exact[t][i]) / tolerance);
            }
        }
        return error;
    }

    private void cvode(String sundials, double[][] exact) throws IOException {
        Path folder = Files.createTempDirectory("cvode");
        Files.writeString(folder.resolve("model.c"), CvodeSource.of(problem, exact), StandardCharsets.UTF_8);
        Path peer = Path.of("kindlin-benchmarks/src/main/c").toAbsolutePath();
        String build = "gcc -O3 -march=native -flto -o " + folder + "/peer " + folder + "/model.c -I" + peer + " -I"
                + sundials + "/include -I/usr/include/suitesparse -L" + sundials + "/lib -lsundials_cvode"
                + " -lsundials_sunlinsolklu -lsundials_sunlinsoldense -lsundials_sunmatrixsparse -lsundials_sunmatrixdense"
                + " -lsundials_nvecserial -lsundials_generic -lklu -lamd -lcolamd -lbtf -lsuitesparseconfig -lm";
        Process process = new ProcessBuilder("sh", "-c", build + " && " + folder + "/peer")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                System.out.println("  " + line);
                if (words.length == 5 && words[0].startsWith("cvode")) {
                    series.computeIfAbsent(words[0], _ -> new ArrayList<>())
                            .add(new double[] {Double.parseDouble(words[3]), Double.parseDouble(words[2])});
                }
            }
        }
    }

    /** By interpolation of logarithms between the points nearest to an error of one; beyond them, of the nearest two. */
    private static double timeAtErrorOne(List<double[]> points) {
        if (points.size() < 2) {
            return Double.NaN;
        }
        List<double[]> sorted =
                points.stream().sorted((a, b) -> Double.compare(b[0], a[0])).toList();
        int at = 1;
        while (at < sorted.size() - 1 && sorted.get(at)[0] > 1) {
            at++;
        }
        double[] above = sorted.get(at - 1);
        double[] below = sorted.get(at);
        double share = Math.log(above[0]) / (Math.log(above[0]) - Math.log(below[0]));
        return Math.exp(Math.log(above[1]) + share * (Math.log(below[1]) - Math.log(above[1])));
    }

    private double microseconds(OdeIntegrator integrator, double[][] values) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long warm = clock.getCurrentThreadCpuTime();
        while (clock.getCurrentThreadCpuTime() - warm < 1_000_000_000L) {
            run(integrator, values);
        }
        double[] rounds = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            long before = clock.getCurrentThreadCpuTime();
            int runs = 0;
            while (clock.getCurrentThreadCpuTime() - before < 20_000_000L) {
                run(integrator, values);
                runs++;
            }
            rounds[r] = (clock.getCurrentThreadCpuTime() - before) / 1e3 / runs;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private boolean run(OdeIntegrator integrator, double[][] values) {
        integrator.reset();
        integrator.start(0, problem.start().state());
        for (int t = 0; t < OUTPUTS; t++) {
            double target = problem.end() * (t + 1) / OUTPUTS;
            Advance advance = integrator.advance(target);
            while (advance instanceof Advance.RootsCrossed) {
                advance = integrator.advance(target);
            }
            if (advance instanceof Advance.Failed) {
                return false;
            }
            integrator.copyState(values[t]);
        }
        return true;
    }
}
