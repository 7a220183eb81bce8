package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.kindlin.numerics.regression.Curves.fit;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.regression.ParameterEstimate.Status;
import org.kindlin.numerics.regression.RegressionResult.NotConverged;
import org.kindlin.numerics.regression.RegressionResult.Reason;

class LeastSquaresTest {
    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {1.1, 1.9, 3.2, 3.9, 5.1};

    /** Against the closed form of the straight line. */
    @Test
    void aStraightLineHasItsTextbookAnswer() {
        RegressionFit line = fit(new LeastSquaresProblem(Curves.LINE, Observations.of(X, Y), Curves.line()));
        double slope = 10.0 / 10;
        assertThat(line.value("slope")).isCloseTo(slope, within(1e-14));
        assertThat(line.value("intercept")).isCloseTo(3.04 - 3 * slope, within(1e-14));
        double s2 = line.rss() / 3;
        assertThat(line.estimate("slope").standardError().orElseThrow()).isCloseTo(Math.sqrt(s2 / 10), within(1e-14));
        assertThat(line.covariance("slope", "intercept").orElseThrow()).isCloseTo(-3 * s2 / 10, within(1e-15));
        assertThat(line.correlation("slope", "intercept").orElseThrow()).isCloseTo(-3 / Math.sqrt(11), within(1e-13));
        assertThat(line.predict(0, 3).standardError().orElseThrow()).isCloseTo(Math.sqrt(s2 / 5), within(1e-14));
        assertThat(line.residualStandardDeviation().orElseThrow()).isCloseTo(Math.sqrt(s2), within(1e-15));
        assertThat(line.gradientNorm()).isLessThan(1e-12);
        assertThat(Arrays.stream(line.residuals()).sum()).isCloseTo(0, within(1e-13));
    }

    @Test
    void orderOfObservationsDoesNotMatterToTheLastBit() {
        RandomStream random = RandomStream.ofSeed(1);
        Observations data = Curves.decayData(20, 0.5, 3);
        for (Loss loss : List.of(Loss.leastSquares(), Loss.huber(), Loss.tukeyBiweight())) {
            LeastSquaresProblem problem = new LeastSquaresProblem(Curves.DECAY, data, Curves.decay()).with(loss);
            double[] reference = fit(problem).values();
            for (int round = 0; round < 10; round++) {
                int[] order = random.nextPermutation(data.size());
                RegressionFit permuted = fit(problem.with(Curves.permuted(data, order)));
                assertThat(permuted.values()).isEqualTo(reference);
                assertThat(permuted.residuals()[0]).isEqualTo(data.response(order[0]) - permuted.fitted()[0]);
            }
        }
    }

    @Test
    void rescalingTheResponseRescalesTheAnswer() {
        Observations data = Curves.decayData(20, 0.5, 4);
        double[] scaled = new double[data.size()];
        Arrays.setAll(scaled, i -> 1e6 * data.response(i));
        LeastSquaresProblem problem = new LeastSquaresProblem(Curves.DECAY, data, Curves.decay());
        RegressionFit one = fit(problem);
        ParameterLayout start = Curves.decay().startingAt(new double[] {1e6, 5e6, 1});
        RegressionFit other = fit(problem.with(data.withResponse(scaled)).with(start));
        assertThat(other.value("rate")).isCloseTo(one.value("rate"), withinPercentage(1e-9));
        assertThat(other.value("amplitude")).isCloseTo(1e6 * one.value("amplitude"), withinPercentage(1e-9));
        assertThat(other.rss()).isCloseTo(1e12 * one.rss(), withinPercentage(1e-9));
    }

    @Test
    void aWeightOfTwoIsAnObservationTwice() {
        Observations data = Curves.decayData(12, 0.5, 5);
        double[] weights = new double[data.size()];
        Arrays.fill(weights, 1);
        weights[3] = 2;
        int[] doubled = {0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        LeastSquaresProblem problem = new LeastSquaresProblem(Curves.DECAY, data, Curves.decay());
        double[] weighted = fit(problem.with(data.withWeights(weights))).values();
        double[] repeated = fit(problem.with(Curves.permuted(data, doubled))).values();
        for (int j = 0; j < weighted.length; j++) {
            assertThat(weighted[j]).isCloseTo(repeated[j], withinPercentage(1e-10));
        }
    }

    @Test
    void boundsHoldAndAreSaid() {
        Observations data = Curves.decayData(20, 0.3, 6);
        ParameterLayout bounded = ParameterLayout.of(
                Parameter.free("plateau", 1),
                Parameter.bounded("amplitude", 5, 0, 8),
                Parameter.bounded("rate", 1, 0.01, 100));
        RegressionFit held = fit(new LeastSquaresProblem(Curves.DECAY, data, bounded));
        assertThat(held.value("amplitude")).isEqualTo(8);
        assertThat(held.estimate("amplitude").status()).isEqualTo(Status.AT_UPPER_BOUND);
        assertThat(held.estimate("amplitude").standardError()).isEmpty();
        ParameterLayout fixed = bounded.with(1, Parameter.fixed("amplitude", 8));
        RegressionFit given = fit(new LeastSquaresProblem(Curves.DECAY, data, fixed));
        assertThat(given.estimate("amplitude").status()).isEqualTo(Status.FIXED);
        assertThat(held.value("rate")).isCloseTo(given.value("rate"), withinPercentage(1e-9));
        assertThat(given.df()).isEqualTo(held.df() + 1);
    }

    @Test
    void boundsThatDoNotBindChangeNothing() {
        Observations data = Curves.decayData(20, 0.3, 7);
        LeastSquaresProblem problem = new LeastSquaresProblem(Curves.DECAY, data, Curves.decay());
        double[] free = fit(problem).values();
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.ofSeed(seed);
            ParameterLayout boxed = ParameterLayout.of(
                    Parameter.bounded("plateau", random.nextUniform(-20, 20), -20, 20),
                    Parameter.bounded("amplitude", random.nextUniform(1, 50), 1, 50),
                    Parameter.bounded("rate", random.nextUniform(0.05, 5), 0.05, 5));
            double[] found = fit(problem.with(boxed)).values();
            for (int j = 0; j < found.length; j++) {
                assertThat(found[j]).isCloseTo(free[j], withinPercentage(1e-8));
            }
        }
    }

    @Test
    void whatTheDataCannotDetermineIsNamed() {
        Model redundant = Model.ofCurve((b, x) -> b[0].plus(b[1]).plus(b[2].times(x)));
        ParameterLayout layout =
                ParameterLayout.of(Parameter.free("first", 0), Parameter.free("second", 1), Parameter.free("slope", 0));
        RegressionFit line = fit(new LeastSquaresProblem(redundant, Observations.of(X, Y), layout));
        assertThat(line.undetermined()).containsExactly("first", "second");
        assertThat(line.rank()).isEqualTo(2);
        assertThat(line.estimate("first").standardError()).isEmpty();
        assertThat(line.covariance("first", "slope")).isEmpty();
        assertThat(line.estimate("slope").value()).isCloseTo(1, within(1e-12));
        assertThat(line.estimate("slope").standardError()).isPresent();
        RegressionFit unused = fit(new LeastSquaresProblem(
                Curves.LINE, Observations.of(new double[] {0, 0, 0}, new double[] {1, 2, 3}), Curves.line()));
        assertThat(unused.undetermined()).containsExactly("slope");
        assertThat(unused.value("intercept")).isCloseTo(2, within(1e-14));
    }

    @Test
    void asManyParametersAsObservationsLeaveNoError() {
        RegressionFit exact = fit(new LeastSquaresProblem(
                Curves.LINE, Observations.of(new double[] {1, 2}, new double[] {3, 5}), Curves.line()));
        assertThat(exact.value("slope")).isCloseTo(2, within(1e-13));
        assertThat(exact.df()).isZero();
        assertThat(exact.estimate("slope").standardError()).isEmpty();
        assertThat(exact.residualStandardDeviation()).isEmpty();
        assertThat(exact.waldInterval("slope", 0.95)).isEmpty();
        assertThat(ProfileLikelihood.interval(exact, "slope", 0.95)).isEmpty();
    }

    @Test
    void aModelThatIsNotFiniteIsAResult() {
        Model logarithm = Model.ofCurve((b, x) -> b[0].times(b[1].plus(x).log()));
        ParameterLayout layout = ParameterLayout.of(Parameter.free("a", 1), Parameter.free("b", -10));
        assertThat(LeastSquares.fit(new LeastSquaresProblem(logarithm, Observations.of(X, Y), layout)))
                .isInstanceOfSatisfying(
                        NotConverged.class, r -> assertThat(r.reason()).isEqualTo(Reason.START_NOT_FINITE));
        Model corner = Model.ofCurve((b, x) -> b[0].sqrt().times(x));
        assertThat(LeastSquares.fit(new LeastSquaresProblem(
                        corner, Observations.of(X, Y), ParameterLayout.of(Parameter.free("a", 0)))))
                .isInstanceOfSatisfying(
                        NotConverged.class, r -> assertThat(r.reason()).isEqualTo(Reason.DERIVATIVES_NOT_FINITE));
        ParameterLayout inside = ParameterLayout.of(Parameter.free("a", 1), Parameter.free("b", 5));
        assertThat(fit(new LeastSquaresProblem(logarithm, Observations.of(X, Y), inside))
                        .value("b"))
                .isGreaterThan(-1);
    }

    @Test
    void malformedProblemsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Observations.of(X, new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observations.of(new double[] {1}, new double[] {Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observations.of(X, Y).withWeights(new double[5]));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameter.bounded("a", 2, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterLayout.of(Parameter.free("a", 0), Parameter.free("a", 1)));
        Observations grouped = Observations.of(X, Y).withGroups(new int[] {0, 0, 0, 0, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeastSquaresProblem(Curves.LINE, grouped, Curves.line()));
    }
}
