package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Prediction intervals against constrained minimisation by SciPy 1.17.1, and where they must stay open. */
class PredictionProfileTest {
    private static final double[] TIMES = {0, 0.5, 1, 2, 3};
    private static final double[] VALUES = {5.1, 3.6, 2.9, 1.1, 0.75};

    private static PredictionInterval at(CompiledProblem problem, double[] near, double time) {
        Optimum optimum =
                new BoundedNewton(new PetabLikelihood(problem, 1e-9, 1e-12, true), Box.of(problem)).from(near, 200);
        assertThat(optimum.converged()).isTrue();
        PredictionCurve curve = PredictionCurve.of(problem.problem(), 2).getFirst();
        PredictionCurve one = new PredictionCurve(
                curve.preequilibration(),
                curve.condition(),
                curve.observable(),
                curve.observableParameters(),
                curve.noiseParameters(),
                new double[] {time},
                curve.measured());
        CompiledProblem predicting = problem.predicting(List.of(one));
        return new PredictionProfile(
                        predicting, new PetabLikelihood(predicting, 1e-9, 1e-12, true), PetabFit.CHI_SQUARED_95)
                .of(optimum, 0);
    }

    @Test
    void intervalsOfADecayAreThoseOfConstrainedMinimisation() {
        // a exp(-k t) with sigma 0.3: SciPy minimises over k with a = z exp(k T) and solves for the rise of 3.84146
        CompiledProblem problem = CompiledProblem.of(TextProblems.of(
                "x = a; a = 4; k = 1; x' = -k*x", List.of("a", "k"), new double[] {4, 1}, 0.3, TIMES, VALUES));
        double[][] want = {
            {0, 5.1253437703885165, 4.6077736123539035, 5.653343844796841},
            {1.5, 1.8871090146079375, 1.5279024578544147, 2.237144691259012},
            {5, 0.18335930922005295, 0.08428044756384731, 0.3480510571008348}
        };
        for (double[] each : want) {
            PredictionInterval interval = at(problem, problem.nominal(), each[0]);
            assertThat(interval.best()).isCloseTo(each[1], within(1e-5));
            assertThat(interval.low()).isCloseTo(each[2], within(1e-3));
            assertThat(interval.high()).isCloseTo(each[3], within(1e-3));
            assertThat(interval.openLow() || interval.openHigh()).isFalse();
            assertThat(interval.noise()).isEqualTo(0.3);
        }
    }

    @Test
    void whatTheDataSayNothingAboutStaysOpenWithinTheBounds() {
        // after time 3 a second process with rate c begins, which no measurement sees
        String text = "x = a; a = 4; k = 1; c = 0; x' = piecewise(-k*x, time < 3, c)";
        CompiledProblem problem = CompiledProblem.of(
                TextProblems.of(text, List.of("a", "k", "c"), new double[] {4, 1, 0}, 0.3, TIMES, VALUES));
        PredictionInterval open = at(problem, problem.nominal(), 4);
        assertThat(open.openLow()).isTrue();
        assertThat(open.openHigh()).isTrue();
        assertThat(open.high()).isGreaterThan(10);
        assertThat(open.low()).isLessThan(-9);
        PredictionInterval closed = at(problem, problem.nominal(), 1.5);
        assertThat(closed.low()).isCloseTo(1.5279024578544147, within(1e-3));
    }

    @Test
    void aCurveIsMadeForEveryGroupOfMeasurements() {
        CompiledProblem problem = CompiledProblem.of(
                TextProblems.of("x = a; a = 4; x' = -x", List.of("a"), new double[] {4}, 0.3, TIMES, VALUES));
        List<PredictionCurve> curves = PredictionCurve.of(problem.problem(), 5);
        assertThat(curves).hasSize(1);
        assertThat(curves.getFirst().times()).containsExactly(TIMES);
        assertThat(curves.getFirst().measured()).containsExactly(0, 1, 2, 3, 4);
    }
}
