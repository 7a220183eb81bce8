package org.kindlin.numerics.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.binding.QuadraticBindingFit.Known;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Loss;
import org.kindlin.numerics.regression.MultiStart;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.ProfileInterval;
import org.kindlin.numerics.regression.ProfileInterval.End;
import org.kindlin.numerics.regression.ProfileLikelihood;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult.Converged;
import org.kindlin.numerics.regression.Weighting;

class QuadraticBindingFitTest {
    private static final double[] LIGAND =
            DoubleStream.iterate(1000, c -> c / Math.sqrt(10)).limit(12).toArray();

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.6, 10, 100})
    void recoversTheConstantOfExactData(double constant) {
        RegressionFit fit = fit(titration(2, constant, 100, 0, 0), Known.targetAt(2));
        assertThat(Math.pow(10, fit.value(QuadraticBindingFit.LOG10_CONSTANT)))
                .isCloseTo(constant, withinPercentage(1e-6));
        assertThat(fit.value(QuadraticBindingFit.UNBOUND)).isCloseTo(100, within(1e-8));
    }

    @Test
    void estimatesTargetAndBackgroundWhereTheDataTell() {
        RegressionFit fit = fit(
                titration(20, 0.6, 100, 7, 0),
                Known.targetAt(10).withFreeBackground().withTargetBetween(1, 100));
        assertThat(fit.value(QuadraticBindingFit.TARGET)).isCloseTo(20, withinPercentage(1e-5));
        assertThat(fit.value(QuadraticBindingFit.BACKGROUND)).isCloseTo(7, within(1e-6));
        assertThat(Math.pow(10, fit.value(QuadraticBindingFit.LOG10_CONSTANT))).isCloseTo(0.6, withinPercentage(1e-4));
    }

    @Test
    void profileIntervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int held = 0;
        for (int seed = 0; seed < 100; seed++) {
            RegressionFit fit = fit(titration(2, 0.6, 100, 0, seed + 1), Known.targetAt(2));
            ProfileInterval interval = ProfileLikelihood.interval(fit, QuadraticBindingFit.LOG10_CONSTANT, 0.95)
                    .orElseThrow();
            assertThat(interval).isInstanceOf(ProfileInterval.Found.class);
            held += holds((ProfileInterval.Found) interval, Math.log10(0.6)) ? 1 : 0;
        }
        assertThat(held).isBetween(88, 99);
    }

    @Test
    void aConstantFarBelowTheTargetIsBoundedFromAboveOnly() {
        RegressionFit fit = fit(titration(200, 1e-3, 100, 0, 5), Known.targetAt(200));
        ProfileInterval.Found interval =
                (ProfileInterval.Found) ProfileLikelihood.interval(fit, QuadraticBindingFit.LOG10_CONSTANT, 0.95)
                        .orElseThrow();
        assertThat(interval.low()).isInstanceOf(End.Open.class);
        assertThat(interval.high()).isInstanceOf(End.At.class);
    }

    @Test
    void impossibleConcentrationsAreRefused() {
        Observations data = Observations.of(new double[] {0, 0}, new double[] {1, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        QuadraticBindingFit.problem(data, Known.targetAt(1), Weighting.asGiven(), Loss.leastSquares()));
        assertThatIllegalArgumentException().isThrownBy(() -> Known.targetAt(-1));
    }

    private static boolean holds(ProfileInterval.Found interval, double truth) {
        boolean above = !(interval.low() instanceof End.At(double low)) || low <= truth;
        boolean below = !(interval.high() instanceof End.At(double high)) || truth <= high;
        return above && below;
    }

    private static RegressionFit fit(Observations data, Known known) {
        LeastSquaresProblem problem =
                QuadraticBindingFit.problem(data, known, Weighting.asGiven(), Loss.leastSquares());
        MultiStart search = QuadraticBindingFit.fit(problem);
        assertThat(search.best()).isInstanceOf(Converged.class);
        return ((Converged) search.best()).fit();
    }

    /** Three replicates of each dose; normal noise of 3 % of the unbound response unless the seed is zero. */
    private static Observations titration(double target, double constant, double unbound, double background, int seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        double[] x = new double[3 * LIGAND.length];
        Arrays.setAll(x, i -> LIGAND[i / 3]);
        double[] y = Arrays.stream(x)
                .map(ligand -> background
                        + (unbound - background) * new QuadraticBinding(target, constant, ligand).unboundFraction()
                        + (seed == 0 ? 0 : 0.03 * unbound * random.nextGaussian()))
                .toArray();
        return Observations.of(x, y);
    }
}
