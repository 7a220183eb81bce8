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
import org.kindlin.numerics.regression.RegressionResult.NotConverged;
import org.kindlin.numerics.regression.RegressionResult.Reason;

class RobustAndWeightedTest {
    @Test
    void lossesAreIntegralsOfTheirInfluence() {
        for (Loss loss : List.of(Loss.leastSquares(), Loss.huber(), Loss.tukeyBiweight())) {
            for (double u = -7; u < 7; u += 0.31) {
                double h = 1e-5;
                double psi = (loss.rho(u + h) - loss.rho(u - h)) / (2 * h);
                assertThat(u * loss.weight(u)).isCloseTo(psi, within(1e-8));
                double slope = ((u + h) * loss.weight(u + h) - (u - h) * loss.weight(u - h)) / (2 * h);
                assertThat(loss.influenceSlope(u)).isCloseTo(slope, within(1e-6));
            }
        }
    }

    @Test
    void oneGrossOutlierDoesNotMoveARobustFit() {
        Observations clean = Curves.decayData(30, 0.3, 11);
        double[] spoiled = new double[clean.size()];
        Arrays.setAll(spoiled, i -> clean.response(i) + (i == 7 ? 1000 : 0));
        for (Loss loss : List.of(Loss.huber(), Loss.tukeyBiweight())) {
            LeastSquaresProblem problem = new LeastSquaresProblem(Curves.DECAY, clean, Curves.decay()).with(loss);
            RegressionFit robust = fit(problem.with(clean.withResponse(spoiled)));
            double error = robust.estimate("rate").standardError().orElseThrow();
            assertThat(robust.value("rate")).isCloseTo(fit(problem).value("rate"), within(1.5 * error));
            assertThat(robust.weights()[7]).isLessThan(0.001);
            assertThat(ProfileLikelihood.interval(robust, "rate", 0.95).orElseThrow())
                    .isInstanceOf(ProfileInterval.Found.class);
        }
    }

    /** On clean normal data the standard errors of a robust fit are those of least squares, less 5 % efficiency. */
    @Test
    void robustErrorsAgreeWithLeastSquaresOnCleanData() {
        LeastSquaresProblem problem =
                new LeastSquaresProblem(Curves.DECAY, Curves.decayData(400, 0.3, 12), Curves.decay());
        double plain = fit(problem).estimate("rate").standardError().orElseThrow();
        for (Loss loss : List.of(Loss.huber(), Loss.tukeyBiweight())) {
            assertThat(fit(problem.with(loss)).estimate("rate").standardError().orElseThrow())
                    .isCloseTo(plain, withinPercentage(8));
        }
    }

    @Test
    void exactDataHaveNoRobustScale() {
        double[] x = {1, 2, 3, 4, 5, 6};
        LeastSquaresProblem problem =
                new LeastSquaresProblem(Curves.LINE, Observations.of(x, x), Curves.line()).with(Loss.huber());
        assertThat(LeastSquares.fit(problem))
                .isInstanceOfSatisfying(
                        NotConverged.class, r -> assertThat(r.reason()).isEqualTo(Reason.SCALE_IS_ZERO));
    }

    /** A constant with relative error: the fixed point f = Σ(y/f²)/Σ(1/f²) is the plain mean. */
    @Test
    void relativeWeightsSettleAtTheirFixedPoint() {
        Model constant = Model.ofCurve((b, x) -> b[0].times(1));
        double[] y = {9, 10, 12};
        LeastSquaresProblem problem = new LeastSquaresProblem(
                        constant, Observations.of(y, y), ParameterLayout.of(Parameter.free("level", 1)))
                .with(Weighting.relativeToFit());
        RegressionFit level = fit(problem);
        assertThat(level.value("level")).isCloseTo(31.0 / 3, within(1e-9));
        assertThat(level.residualStandardDeviation().orElseThrow())
                .isCloseTo(Math.sqrt(14.0 / 3 / 2) / (31.0 / 3), withinPercentage(1e-8));
    }

    @Test
    void relativeWeightsRecoverRelativeNoiseBetter() {
        double plain = 0;
        double relative = 0;
        for (int seed = 0; seed < 40; seed++) {
            RandomStream random = RandomStream.ofSeed(seed);
            double[] x = new double[20];
            Arrays.setAll(x, i -> 0.4 * i);
            double[] y = Arrays.stream(x)
                    .map(v -> (1 + 1000 * Math.exp(-v)) * (1 + 0.1 * random.nextGaussian()))
                    .toArray();
            ParameterLayout layout = ParameterLayout.of(
                    Parameter.free("plateau", 1), Parameter.free("amplitude", 500), Parameter.free("rate", 0.8));
            LeastSquaresProblem problem = new LeastSquaresProblem(Curves.DECAY, Observations.of(x, y), layout);
            plain += Math.abs(fit(problem).value("plateau") - 1);
            RegressionFit weighted = fit(problem.with(new Weighting.RelativeToFit(1e-4)));
            relative += Math.abs(weighted.value("plateau") - 1);
        }
        assertThat(relative).isLessThan(plain / 5);
    }

    @Test
    void replicateVarianceIsPooledAsStated() {
        Observations data = Observations.of(new double[] {1, 1, 2, 2}, new double[] {0, 2, 0, 4});
        Observations plain = Weighting.byReplicateVariance(data, 0);
        assertThat(plain.weight(0)).isEqualTo(0.5);
        assertThat(plain.weight(3)).isEqualTo(0.125);
        Observations moderated = Weighting.byReplicateVariance(data, 1);
        assertThat(moderated.weight(0)).isEqualTo(2 / (2.0 + 5));
        Observations single = Observations.of(new double[] {1, 2}, new double[] {1, 2});
        assertThatIllegalArgumentException().isThrownBy(() -> Weighting.byReplicateVariance(single, 4));
    }
}
