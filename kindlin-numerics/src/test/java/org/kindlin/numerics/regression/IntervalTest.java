package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.kindlin.numerics.regression.Curves.fit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.regression.ProfileInterval.End;
import org.kindlin.numerics.regression.RegressionFit.Interval;
import org.kindlin.numerics.regression.RegressionResult.Converged;

class IntervalTest {
    /** In a linear model the profile is a parabola and its interval is Wald's. */
    @Test
    void profileAndWaldAgreeInALinearModel() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {1.1, 1.9, 3.2, 3.9, 5.1};
        RegressionFit line = fit(new LeastSquaresProblem(Curves.LINE, Observations.of(x, y), Curves.line()));
        for (String name : List.of("slope", "intercept")) {
            Interval wald = line.waldInterval(name, 0.95).orElseThrow();
            assertThat(low(line, name)).isCloseTo(wald.low(), within(1e-11));
            assertThat(high(line, name)).isCloseTo(wald.high(), within(1e-11));
        }
    }

    /** A monotone change of parameter maps the interval and nothing else. */
    @Test
    void profilesDoNotDependOnTheParameterisation() {
        Observations data = Curves.decayData(10, 0.8, 21);
        RegressionFit rate = fit(new LeastSquaresProblem(Curves.DECAY, data, Curves.decay()));
        Model logarithmic = Model.ofCurve(
                (b, x) -> b[0].plus(b[1].times(b[2].exp().times(-x).exp())));
        ParameterLayout layout = ParameterLayout.of(
                Parameter.free("plateau", 1), Parameter.free("amplitude", 5), Parameter.free("logRate", 0));
        RegressionFit logRate = fit(new LeastSquaresProblem(logarithmic, data, layout));
        assertThat(Math.exp(low(logRate, "logRate"))).isCloseTo(low(rate, "rate"), withinPercentage(1e-8));
        assertThat(Math.exp(high(logRate, "logRate"))).isCloseTo(high(rate, "rate"), withinPercentage(1e-8));
    }

    @Test
    void endsAreWhereTheHeldFitIsSignificantlyWorse() {
        Observations data = Curves.decayData(10, 0.8, 22);
        RegressionFit best = fit(new LeastSquaresProblem(Curves.DECAY, data, Curves.decay()));
        double f = Math.pow(2.364624251592785, 2); // Student's t, 7 degrees of freedom, 97.5 %
        for (double end : new double[] {low(best, "rate"), high(best, "rate")}) {
            ParameterLayout held = Curves.decay().with(2, Parameter.fixed("rate", end));
            double rss = fit(new LeastSquaresProblem(Curves.DECAY, data, held)).rss();
            assertThat((rss / best.rss() - 1) * 7).isCloseTo(f, withinPercentage(1e-8));
        }
    }

    @Test
    void aSideWithoutABoundStaysOpen() {
        double[] x = {0, 10, 20, 30, 40, 50};
        double[] y = {12.1, 2.2, 1.9, 2.0, 2.1, 1.8};
        ParameterLayout layout = ParameterLayout.of(
                Parameter.free("plateau", 2), Parameter.free("amplitude", 10), Parameter.bounded("rate", 0.5, 0, 20));
        RegressionFit fast = fit(new LeastSquaresProblem(Curves.DECAY, Observations.of(x, y), layout));
        assertThat(interval(fast, "rate").low()).isInstanceOf(End.At.class);
        assertThat(interval(fast, "rate").high()).isInstanceOf(End.Open.class);
        LeastSquaresProblem unbounded = new LeastSquaresProblem(
                Curves.DECAY, Observations.of(x, y), layout.with(2, Parameter.free("rate", 0.5)));
        assertThat(interval(fit(unbounded), "rate").high()).isInstanceOf(End.Open.class);
    }

    @Test
    void anOptimumThatIsNotTheBestIsFoundOut() {
        Model wave = Model.ofCurve((b, x) -> b[0].times(x).sin().times(10));
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.2 * i;
            y[i] = 10 * Math.sin(1.1 * x[i]) + 3 * RandomStream.ofSeed(i).nextGaussian();
        }
        LeastSquaresProblem problem = new LeastSquaresProblem(
                wave, Observations.of(x, y), ParameterLayout.of(Parameter.bounded("frequency", 4, 0.1, 10)));
        RegressionFit local = fit(problem);
        MultiStart search = MultiStart.fit(
                problem, List.of(new MultiStart.Range("frequency", 0.1, 10, true)), 60, RandomStream.ofSeed(2));
        RegressionFit best = ((Converged) search.best()).fit();
        assertThat(best.value("frequency")).isCloseTo(1.1, within(0.1));
        assertThat(best.rss()).isLessThan(local.rss());
        assertThat(search.starts()).isEqualTo(60);
        assertThat(search.agreeing()).isBetween(1, search.converged());
        MultiStart scan = GridStart.fit(problem, "frequency", GridStart.grid(0.1, 10, 0.1));
        assertThat(((Converged) scan.best()).fit().value("frequency"))
                .isCloseTo(best.value("frequency"), withinPercentage(1e-8));
    }

    @Test
    void bootstrapAgreesWithTheProfileAndRepeats() {
        Observations data = Curves.decayData(30, 0.3, 23);
        RegressionFit best = fit(new LeastSquaresProblem(Curves.DECAY, data, Curves.decay()));
        ParametricBootstrap sample =
                ParametricBootstrap.of(best, 600, RandomStream.ofSeed(1)).orElseThrow();
        Interval interval = sample.interval("rate", 0.95).orElseThrow();
        double width = high(best, "rate") - low(best, "rate");
        assertThat(interval.low()).isCloseTo(low(best, "rate"), within(0.12 * width));
        assertThat(interval.high()).isCloseTo(high(best, "rate"), within(0.12 * width));
        assertThat(sample.failures()).isZero();
        assertThat(ParametricBootstrap.of(best, 600, RandomStream.ofSeed(1)).orElseThrow())
                .isEqualTo(sample);
    }

    private static ProfileInterval.Found interval(RegressionFit fit, String name) {
        return (ProfileInterval.Found)
                ProfileLikelihood.interval(fit, name, 0.95).orElseThrow();
    }

    private static double low(RegressionFit fit, String name) {
        return ((End.At) interval(fit, name).low()).value();
    }

    private static double high(RegressionFit fit, String name) {
        return ((End.At) interval(fit, name).high()).value();
    }
}
