package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.simulate.Observables;

/**
 * Fits of delay equations. x′ = c − k x(t − τ), x = x0 until 0, has the closed solution c/k + (x0 − c/k) Σ (−k)ⁿ (t − (n−1)τ)ⁿ/n!,
 * the sum to n = ⌊t/τ⌋ + 1; its derivatives were taken with 40 digits (mpmath 1.3), and the optimum of the fit is that of SciPy's
 * least_squares on it.
 */
class DelayDerivativesTest {
    private static final String LINEAR = "x = x0; x0 = 2; k = 0.9; c = 0.5; tau = 1.2; x' = c - k*delay(x, tau)";
    private static final List<String> NAMES = List.of("k", "c", "tau", "x0");
    private static final double[] NOMINAL = {0.9, 0.5, 1.2, 2};

    private static CompiledProblem problem(String text, List<String> names, double[] nominal, double... times) {
        return CompiledProblem.of(TextProblems.of(text, names, nominal, 1, times, new double[times.length]));
    }

    private static void slopes(double time, double value, double... want) {
        CompiledProblem problem = problem(LINEAR, NAMES, NOMINAL, time);
        PetabLikelihood likelihood = new PetabLikelihood(problem, 1e-10, 1e-12, false);
        double[] gradient = new double[4];
        likelihood.derivatives(problem.nominal(), gradient, new double[4][4]);
        double x = likelihood.simulated()[0];
        assertThat(x).isCloseTo(value, within(1e-8));
        for (int i = 0; i < 4; i++) {
            assertThat(gradient[i] / x).as(NAMES.get(i)).isCloseTo(want[i], within(3e-7));
        }
    }

    @Test
    void sensitivitiesByTheLagToo() {
        slopes(1.0, 0.7, -2, 1, 0, 0.1);
        slopes(3.7, 0.46068044875, 0.8374992375, 1.1840919625, -1.14590385, -0.06568276625);
        slopes(7.3, 0.342073700549255, -2.634992827342, 1.275327922654, -0.4222219586765, -0.147795130389);
    }

    @Test
    void nonlinearOnesWithTwoLagsAndASwitchAgreeWithDifferences() {
        // Mackey-Glass with an input that changes at a time that is estimated, and a second lag
        CompiledProblem problem = problem(
                "x = x0; x0 = 0.6; b = 0.9; g = 0.4; tau = 1.7; late = 0.8; on = 2.1; z = 0.3;"
                        + " x' = b*delay(x, tau)/(1 + delay(x, tau)^4) - g*x + piecewise(0.5, time >= on, 0)*delay(z, late);"
                        + " z' = x - g*z*delay(z, late + tau)",
                List.of("b", "g", "tau", "late", "on", "x0"),
                new double[] {0.9, 0.4, 1.7, 0.8, 2.1, 0.6},
                1,
                2.5,
                3.4,
                5,
                9);
        PetabLikelihood likelihood = new PetabLikelihood(problem, 1e-10, 1e-12, false);
        double[] point = problem.nominal();
        double[] gradient = new double[point.length];
        assertThat(likelihood.derivatives(point, gradient, new double[6][6])).isFinite();
        for (int i = 0; i < point.length; i++) {
            double slope = (4 * difference(likelihood, point, i, 1e-4) - difference(likelihood, point, i, 2e-4)) / 3;
            assertThat(gradient[i]).as("direction " + i).isCloseTo(slope, within(5e-6 * (1 + Math.abs(slope))));
        }
    }

    private static double difference(PetabLikelihood likelihood, double[] point, int i, double step) {
        double[] up = point.clone();
        double[] down = point.clone();
        up[i] += step;
        down[i] -= step;
        return (likelihood.value(up) - likelihood.value(down)) / (2 * step);
    }

    @Test
    void theOptimumOfAFitIsThatOfTheClosedSolution() {
        double[] times = {0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 12};
        double[] values = {
            1.31, 0.634, 0.09, -0.205, -0.205, -0.037, 0.283, 0.629, 1.052, 0.864, 0.422, 0.252, 0.444, 0.75, 0.568
        };
        CompiledProblem problem = CompiledProblem.of(TextProblems.of(LINEAR, NAMES, NOMINAL, 0.05, times, values));
        Optimum found = new BoundedNewton(PetabFit.likelihood(problem), Box.of(problem))
                .from(new double[] {0.6, 0.2, 1, 1}, 100);
        assertThat(found.value()).isCloseTo(-28.71126680242864, within(1e-5));
        assertThat(found.point())
                .containsExactly(
                        new double[] {0.9158309733141732, 0.5171887155282904, 1.245879653338079, 1.8612557691642242},
                        within(1e-5));
    }

    @Test
    void theOptimumOfANegativeFeedbackIsThatOfAnotherSolver() {
        // NumPy: Runge-Kutta of order 4 with steps that divide the lag and cubic interpolation of the past (error
        // 6e-10), least_squares
        // of SciPy 1.17.1; simulated data, noise 0.1 about k = 3, d = 0.5, tau = 3
        double[] times = IntStream.range(0, 21).mapToDouble(i -> 1.5 * i).toArray();
        double[] values = {
            0.8262, 1.552, 2.9634, 4.2866, 4.1722, 3.675, 2.7178, 2.1384, 1.5905, 1.3345, 1.3181, 1.7676, 2.7865,
            3.5743, 3.368, 2.9924, 2.2926, 1.89, 1.293, 1.2347, 1.5527
        };
        String text =
                "m = 0.2; x = 1; k = 3; d = 0.5; tau = 3;" + " m' = k/(1 + delay(x, tau)^3) - d*m; x' = 0.8*m - 0.3*x";
        CompiledProblem problem = CompiledProblem.of(
                TextProblems.of(text, List.of("k", "d", "tau"), new double[] {3, 0.5, 3}, 0.1, times, values));
        Optimum found =
                new BoundedNewton(PetabFit.likelihood(problem), Box.of(problem)).from(new double[] {2, 0.3, 2.5}, 100);
        assertThat(found.value()).isCloseTo(-18.034879769348876, within(1e-5));
        assertThat(found.point()).containsExactly(new double[] {2.95466164, 0.50618561, 3.02773209}, within(1e-5));
    }

    @Test
    void aLagThatIsNotPositiveHasNoLikelihood() {
        PetabLikelihood likelihood = PetabFit.likelihood(problem(LINEAR, NAMES, NOMINAL, 1));
        assertThat(likelihood.value(new double[] {0.9, 0.5, -0.1, 2})).isInfinite();
    }

    @Test
    void whatHasNoDerivativeYetIsRefusedByName() {
        refused("x = 1; k = 1; x' = -k*delay(x, 0.5 + x)", "length changes");
        refused("x = 1; k = 1; x' = -k*delay(x, 0.5); E: at time > 1: x = 2", "events beside delays");
        refused("x = 1; k = 1; x' = -k*delay(piecewise(x, time < 1, 2), 0.5)", "what jumps");
        refused("z = 1; k = 1; z' = -k*delay(z, 0.5); x := delay(z, 0.2)", "refers to the past");
    }

    @Test
    void noStateOfRestIsLookedFor() {
        CompiledModel model = problem(LINEAR, NAMES, NOMINAL, 1).model();
        Observables observables = Observables.of(model, List.of("x"), Set.of());
        assertThatThrownBy(() -> ModelResponse.atRest(model, observables))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("has delays");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> problem(text, List.of("k"), new double[] {1}, 2))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(why);
    }
}
