package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.InputFaultException;

/** Gradients where the right-hand side or the state changes suddenly, against closed forms and against differences. */
class EventDerivativesTest {

    /** The variable x of a model, measured with unit noise to be 0 at these times; parameters are estimated as they are. */
    private static CompiledProblem problem(String text, List<String> names, double[] nominal, double... times) {
        return CompiledProblem.of(TextProblems.of(text, names, nominal, 1, times, new double[times.length]));
    }

    /** dx/dp at the one time measured, from the gradient x dx/dp of half the square of x. */
    private static double[] slopes(CompiledProblem problem) {
        PetabLikelihood likelihood = new PetabLikelihood(problem, 1e-11, 1e-13, false);
        double[] gradient = new double[likelihood.dimension()];
        likelihood.derivatives(problem.nominal(), gradient, new double[gradient.length][gradient.length]);
        double x = likelihood.simulated()[0];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= x;
        }
        return gradient;
    }

    private static void agreesWithDifferences(CompiledProblem problem) {
        PetabLikelihood likelihood = new PetabLikelihood(problem, 1e-11, 1e-13, false);
        int size = likelihood.dimension();
        double[] gradient = new double[size];
        assertThat(likelihood.derivatives(problem.nominal(), gradient, new double[size][size]))
                .isFinite();
        for (int i = 0; i < size; i++) {
            double wide = difference(likelihood, problem.nominal(), i, 2e-4);
            double close = difference(likelihood, problem.nominal(), i, 1e-4);
            double slope = (4 * close - wide) / 3;
            assertThat(gradient[i])
                    .as(problem.estimated().get(i).id())
                    .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
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
    void aSwitchingTimeThatIsEstimatedMovesTheSolution() {
        // x = a tau + b (3 - tau)
        double[] slopes = slopes(problem(
                "x = 0; a = 2; b = 0.5; tau = 1.3; x' = piecewise(a, time < tau, b)",
                List.of("a", "b", "tau"),
                new double[] {2, 0.5, 1.3},
                3));
        assertThat(slopes).containsExactly(new double[] {1.3, 1.7, 1.5}, within(1e-9));
    }

    @Test
    void aDoseWhoseTimeIsEstimatedMovesTheSolution() {
        // x = e^(-k t) + d e^(-k (t - tau)), t = 4
        double k = 0.7;
        double d = 3;
        double tau = 1.5;
        double late = Math.exp(-k * (4 - tau));
        double[] slopes = slopes(problem(
                "x = 1; k = 0.7; d = 3; tau = 1.5; x' = -k*x; E: at time >= tau: x = x + d",
                List.of("k", "d", "tau"),
                new double[] {k, d, tau},
                4));
        double[] want = {-4 * Math.exp(-4 * k) - (4 - tau) * d * late, late, k * d * late};
        assertThat(slopes).containsExactly(want, within(1e-9));
    }

    @Test
    void aDelayedDoseMovesWithItsCauseAndItsDelay() {
        // y = y0 + t sets off at (1.9 - y0), the dose comes lag later and lies idle: x = d w at any later time, w the
        // value of y then, or of y when it was set off.
        String text = "x = 0; y = y0; y0 = 0.4; lag = 0.8; d = 2; x' = 0; y' = 1; level = 1.9;";
        List<String> names = List.of("y0", "lag", "d", "level");
        double[] nominal = {0.4, 0.8, 2, 1.9};
        double[] late =
                slopes(problem(text + " E: at lag after (y >= level), fromTrigger=false: x = d*y", names, nominal, 4));
        assertThat(late).containsExactly(new double[] {0, 2, 2.7, 2}, within(1e-9));
        double[] early = slopes(problem(text + " E: at lag after (y >= level): x = d*y", names, nominal, 4));
        assertThat(early).containsExactly(new double[] {0, 0, 1.9, 2}, within(1e-9));
    }

    @Test
    void eventsThatChangeConstantsAndSetEachOtherOffAgreeWithDifferences() {
        agreesWithDifferences(problem(
                """
                x = 1; z = 0.2; var k; k = 0.5; fast = 1.4; level = 0.6; lag = 0.35; gain = 1.7; x' = -k*x + 0.3*z
                z' = 0.2*x - 0.1*z
                E1: at x < level: k = fast, z = z + gain*x
                E2: at lag after (k > 1): x = x + 0.5*gain
                E3: at time > 2.2 && x > 0.1: z = 0.5*z + level, k = 0.5*k
                """,
                List.of("fast", "level", "lag", "gain"),
                new double[] {1.4, 0.6, 0.35, 1.7},
                0.5,
                1.2,
                1.9,
                2.8,
                4.5));
    }

    @Test
    void aBallThatBouncesAgreesWithDifferences() {
        agreesWithDifferences(problem(
                "x = 1; v = 0; g = 2; e = 0.8; h = 0.1; x' = v; v' = -g; E: at x < h: v = -e*v",
                List.of("g", "e", "h"),
                new double[] {2, 0.8, 0.1},
                0.5,
                1.7,
                2.5,
                3.1));
    }

    @Test
    void speciesAsAmountsAndPulsesAgreeWithDifferences() {
        agreesWithDifferences(
                problem("""
                compartment c; c = 2; species S in c; S = 3; x := S + 0.1; k = 0.4; on = 1; long = 0.7; dose = 2
                J: S -> ; c*k*S
                In: -> S; c*piecewise(dose, time >= on && time < on + long, 0)
                E: at S < 0.9: S = S + dose
                """, List.of("k", "on", "long", "dose"), new double[] {0.4, 1, 0.7, 2}, 0.4, 1.3, 2.6, 4, 8));
    }

    @Test
    void whatHasNoDerivativeYetIsRefusedByName() {
        String text = "compartment c; var c; c = 1; species S in c; S = 1; x := S; k = 1; S' = -k*S;";
        assertThatThrownBy(() -> problem(text + " E: at time > 1: c = 2", List.of("k"), new double[] {1}, 2))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("changes the size of a compartment");
        assertThatThrownBy(() -> problem(
                        "x = 1; k = 1; x' = -k*x; E: at time > 1: x = 2",
                        List.of("k"),
                        new double[] {1},
                        Double.POSITIVE_INFINITY))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("state of rest");
    }
}
