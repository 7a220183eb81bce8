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
 * problems and at equal tolerances. Both take the same steps; the errors of what they simulate are printed beside the
 * errors of gradient and information, all against a run at tolerances a thousand times stricter. Rounds of both in turn,
 * microseconds of processor time, the least of each, until neither has become less for many rounds: neither what other
 * processes do nor when code was compiled matters then. The aim is (p + 1)/3, p the estimated parameters.
 *
 * <pre>java --add-modules jdk.incubator.vector -cp ... org.kindlin.benchmarks.trajectories.SensitivityBenchmark PROBLEM.yaml ...</pre>
 */
public final class SensitivityBenchmark {
    private static final double RELATIVE = 1e-7;
    private static final double ABSOLUTE = 1e-11;
    private static final double STRICTER = 1e-3;
    private static final int ROUNDS = 100;
    private static final int MOST_ROUNDS = 600;
    private static final long ROUND_NANOSECONDS = 20_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private SensitivityBenchmark() {}

    /** Measures every problem. */
    public static void main(String[] arguments) {
        System.out.println("problem, estimated p, value us, with derivatives us, ratio, aim (p + 1)/3,"
                + " error of the course alone, with derivatives, of gradient, of information");
        for (String argument : arguments) {
            measure(Path.of(argument));
        }
    }

    private static void measure(Path path) {
        CompiledProblem problem = CompiledProblem.of(PetabReader.read(path));
        Answer answer = Answer.of(problem, RELATIVE, ABSOLUTE);
        Answer exact = Answer.of(problem, RELATIVE * STRICTER, ABSOLUTE * STRICTER);
        double[] least = leastMicroseconds(answer::value, answer::derivatives);
        int size = answer.gradient.length;
        System.out.printf(
                Locale.ROOT,
                "%s, %d, %.1f, %.1f, %.2f, %.2f, %.3g, %.3g, %.3g, %.3g%n",
                path.getFileName(),
                size,
                least[0],
                least[1],
                least[1] / least[0],
                (size + 1) / 3.0,
                courseError(answer.alone, exact.alone),
                courseError(answer.together, exact.together),
                gradientError(answer, exact),
                informationError(answer, exact));
    }

    private static double[] leastMicroseconds(Runnable... runs) {
        double[] least = new double[runs.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int round = 0, idle = 0; round < MOST_ROUNDS && idle < ROUNDS; round++, idle++) {
            for (int k = 0; k < runs.length; k++) {
                double time = microseconds(runs[k]);
                if (time < 0.99 * least[k]) {
                    idle = 0;
                }
                least[k] = Math.min(least[k], time);
            }
        }
        return least;
    }

    private static double microseconds(Runnable run) {
        long before = CLOCK.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < ROUND_NANOSECONDS) {
            run.run();
            runs++;
            spent = CLOCK.getCurrentThreadCpuTime() - before;
        }
        return spent / 1e3 / runs;
    }

    /** The largest error of a simulated measurement in units of the tolerance. */
    private static double courseError(double[] simulated, double[] exact) {
        double largest = 0;
        for (int i = 0; i < simulated.length; i++) {
            double tolerance = ABSOLUTE + RELATIVE * Math.abs(exact[i]);
            largest = Math.max(largest, Math.abs(simulated[i] - exact[i]) / tolerance);
        }
        return largest;
    }

    /** The largest error of a component of the gradient in units of the deviation that noise in the data gives it. */
    private static double gradientError(Answer answer, Answer exact) {
        double largest = 0;
        for (int i = 0; i < answer.gradient.length; i++) {
            double error = Math.abs(answer.gradient[i] - exact.gradient[i]);
            largest = Math.max(largest, error / Math.sqrt(exact.information[i][i]));
        }
        return largest;
    }

    /** The largest error of an element of the information beside the roots of its diagonal. */
    private static double informationError(Answer answer, Answer exact) {
        double largest = 0;
        for (int i = 0; i < answer.gradient.length; i++) {
            for (int j = 0; j <= i; j++) {
                double error = Math.abs(answer.information[i][j] - exact.information[i][j]);
                largest = Math.max(
                        largest, error / Math.sqrt(exact.information[i][i]) / Math.sqrt(exact.information[j][j]));
            }
        }
        return largest;
    }

    /** A likelihood at the nominal parameters, what it simulates without derivatives and with them, and the derivatives. */
    private record Answer(
            PetabLikelihood likelihood,
            double[] point,
            double[] alone,
            double[] together,
            double[] gradient,
            double[][] information) {

        static Answer of(CompiledProblem problem, double relative, double absolute) {
            PetabLikelihood likelihood = new PetabLikelihood(problem, relative, absolute, true);
            double[] point = problem.nominal();
            double[] gradient = new double[point.length];
            double[][] information = new double[point.length][point.length];
            likelihood.value(point);
            double[] alone = likelihood.simulated();
            likelihood.derivatives(point, gradient, information);
            return new Answer(likelihood, point, alone, likelihood.simulated(), gradient, information);
        }

        void value() {
            likelihood.value(point);
        }

        void derivatives() {
            likelihood.derivatives(point, gradient, information);
        }
    }
}
