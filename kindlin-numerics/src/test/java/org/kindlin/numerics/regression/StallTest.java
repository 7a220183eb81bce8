package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.regression.RegressionResult.NotConverged;
import org.kindlin.numerics.regression.RegressionResult.Reason;

class StallTest {
    /** The data want a parameter below 1, where the model ceases to exist: no bound says so, the result does. */
    @Test
    void anEdgeOfTheModelsDomainIsNotAnOptimum() {
        Model walled = Model.ofCurve((b, x) -> b[0].value() < 1 ? Dual.constant(Double.NaN) : b[0].times(x));
        double[] x = {1, 2, 3};
        double[] y = {0.2, 0.5, 0.6};
        LeastSquaresProblem problem =
                new LeastSquaresProblem(walled, Observations.of(x, y), ParameterLayout.of(Parameter.free("slope", 5)));
        assertThat(LeastSquares.fit(problem))
                .isInstanceOfSatisfying(
                        NotConverged.class, r -> assertThat(r.reason()).isEqualTo(Reason.STALLED));
    }
}
