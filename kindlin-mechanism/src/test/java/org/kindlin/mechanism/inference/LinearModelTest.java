package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.Scale;

/**
 * A straight line with normal noise of known size, its parameters far from one and on the linear scale: the likelihood is
 * quadratic, so profile and prediction limits are those of normal theory, estimate ± 1.959964 standard errors (NumPy, from the inverse
 * of the normal equations).
 */
class LinearModelTest {
    private static final double[] TIMES = {0, 1, 2, 4, 6, 9};
    private static final double[] VALUES = {1102, 1122, 1521, 1972, 2477, 3239};

    private static CompiledProblem problem(double largest) {
        PetabProblem problem = TextProblems.of(
                "x = a; a = 1; b = 1; x' = b", List.of("a", "b"), new double[] {1, 1}, 50, TIMES, VALUES);
        List<PetabParameter> parameters = problem.parameters().stream()
                .map(each -> new PetabParameter(
                        each.id(), Scale.LIN, 0, largest, 1, true, Optional.empty(), Optional.empty()))
                .toList();
        return CompiledProblem.of(new PetabProblem(
                problem.name(),
                problem.model(),
                parameters,
                problem.conditions(),
                problem.observables(),
                problem.measurements()));
    }

    @Test
    void theOptimumIsThatOfLeastSquaresFromAnyStart() {
        for (double largest : new double[] {1e4, 1e7}) {
            for (Optimum each : PetabFit.optima(problem(largest), new PetabFit.Search(4, 1, 100))) {
                assertThat(each.point()[0]).isCloseTo(1000.94186046512, within(1e-3));
                assertThat(each.point()[1]).isCloseTo(246.697674418605, within(1e-3));
            }
        }
    }

    @Test
    void profileLimitsAreThoseOfNormalTheory() {
        for (double largest : new double[] {1e4, 1e7}) {
            CompiledProblem problem = problem(largest);
            Optimum optimum =
                    PetabFit.optima(problem, new PetabFit.Search(1, 1, 100)).getFirst();
            List<Profile> profiles = PetabFit.profiles(problem, optimum);
            limits(profiles.get(0), 938.8723361222497, 1063.0113848079818);
            limits(profiles.get(1), 233.75528391945076, 259.6400649177588);
        }
    }

    private static void limits(Profile profile, double low, double high) {
        double near = 1e-4 * (high - low);
        assertThat(profile.verdict()).isEqualTo(Profile.Verdict.IDENTIFIABLE);
        assertThat(profile.low().orElseThrow()).isCloseTo(low, within(near));
        assertThat(profile.high().orElseThrow()).isCloseTo(high, within(near));
    }

    @Test
    void predictionLimitsAreThoseOfNormalTheory() {
        CompiledProblem problem = problem(1e4);
        Optimum optimum =
                PetabFit.optima(problem, new PetabFit.Search(1, 1, 100)).getFirst();
        PredictionCurve curve = PredictionCurve.of(problem.problem(), 2).getFirst();
        double[][] want = {
            {0, 1000.9418604651157, 938.8723361222497, 1063.0113848079818},
            {5, 2234.43023255814, 2190.859653638001, 2278.0008114782786},
            {20, 5934.895348837212, 5719.750408429418, 6150.040289245006}
        };
        for (double[] each : want) {
            CompiledProblem predicting = problem.predicting(List.of(new PredictionCurve(
                    curve.preequilibration(),
                    curve.condition(),
                    curve.observable(),
                    curve.observableParameters(),
                    curve.noiseParameters(),
                    new double[] {each[0]},
                    curve.measured())));
            PredictionInterval interval = new PredictionProfile(
                            predicting, PetabFit.likelihood(predicting), PetabFit.CHI_SQUARED_95)
                    .of(optimum, 0);
            double near = 1e-3 * (each[3] - each[2]);
            assertThat(interval.best()).isCloseTo(each[1], within(near));
            assertThat(interval.low()).isCloseTo(each[2], within(near));
            assertThat(interval.high()).isCloseTo(each[3], within(near));
        }
    }
}
