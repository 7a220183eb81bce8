package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.regression.RegressionResult.Converged;

/** Models and simulated data that several tests share. */
final class Curves {
    /** A straight line: intercept, slope. */
    static final Model LINE = Model.ofCurve((b, x) -> b[0].plus(b[1].times(x)));

    /** An exponential decay to a plateau: plateau, amplitude, rate. */
    static final Model DECAY =
            Model.ofCurve((b, x) -> b[0].plus(b[1].times(b[2].times(-x).exp())));

    private Curves() {}

    static ParameterLayout line() {
        return ParameterLayout.of(Parameter.free("intercept", 0), Parameter.free("slope", 0));
    }

    static ParameterLayout decay() {
        return ParameterLayout.of(
                Parameter.free("plateau", 1), Parameter.free("amplitude", 5), Parameter.free("rate", 1));
    }

    /** Plateau 2, amplitude 10, rate 0.5 at 0, 0.5, ... with normal noise of this size. */
    static Observations decayData(int n, double noise, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.5 * i;
            y[i] = 2 + 10 * Math.exp(-0.5 * x[i]) + noise * random.nextGaussian();
        }
        return Observations.of(x, y);
    }

    static Observations permuted(Observations data, int[] order) {
        double[][] rows = Arrays.stream(order).mapToObj(data::predictors).toArray(double[][]::new);
        return Observations.ofRows(
                        rows, Arrays.stream(order).mapToDouble(data::response).toArray())
                .withWeights(Arrays.stream(order).mapToDouble(data::weight).toArray())
                .withGroups(Arrays.stream(order).map(data::group).toArray());
    }

    static RegressionFit fit(LeastSquaresProblem problem) {
        RegressionResult result = LeastSquares.fit(problem);
        assertThat(result).isInstanceOf(Converged.class);
        return ((Converged) result).fit();
    }
}
