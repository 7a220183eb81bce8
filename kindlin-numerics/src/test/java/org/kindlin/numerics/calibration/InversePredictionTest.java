package org.kindlin.numerics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioInterval;

class InversePredictionTest {
    private static final double[] LEVELS = {0, 1, 2, 5, 10, 20, 40};

    /** Fieller's interval in closed form: x - centre is the ratio of (y - mean) to the slope. */
    @Test
    void lineGivesFiellersInterval() {
        Calibrators data = noisy(CalibrationModel.LINEAR, 0.05, RandomStream.ofSeed(3));
        CalibrationFit fit = Calibration.fit(data, CalibrationSpec.of(CalibrationModel.LINEAR))
                .fit()
                .orElseThrow();
        PolynomialCalibration line = (PolynomialCalibration) fit.curve();
        ResidualNoise noise = ResidualNoise.of(fit).orElseThrow();
        double mean = IntStream.range(0, data.size())
                        .mapToDouble(i -> data.concentration()[i])
                        .sum()
                / data.size();
        double y = 1.3;
        RatioInterval expected = RatioInterval.fieller(
                y - line.response(mean),
                line.slope(),
                noise.variance() * (1.0 / data.size() + 1.0 / 3),
                noise.variance() * line.variance(1),
                0,
                Distributions.studentQuantile(0.975, noise.df()));
        BackCalculation found = new InversePrediction(fit, noise, 0.95).of(y, 3);
        assertThat(expected).isInstanceOf(RatioInterval.Bounded.class);
        RatioInterval.Bounded bounded = (RatioInterval.Bounded) expected;
        assertThat(found.low()).isCloseTo(mean + bounded.low(), within(1e-9));
        assertThat(found.high()).isCloseTo(mean + bounded.high(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(CalibrationModel.class)
    void exactCalibratorsGiveTheConcentrationBack(CalibrationModel model) {
        Calibrators data = noisy(model, 0, RandomStream.ofSeed(1));
        CalibrationFit fit =
                Calibration.fit(data, CalibrationSpec.of(model)).fit().orElseThrow();
        for (double x : new double[] {0.5, 3, 12, 39}) {
            assertThat(fit.curve().concentration(truth(model, x)).orElseThrow()).isCloseTo(x, within(1e-6 * x));
            double slope = (truth(model, x * 1.0001) - truth(model, x * 0.9999)) / (0.0002 * x);
            assertThat(fit.curve().slope(x)).isCloseTo(slope, within(1e-5 * slope));
        }
    }

    @Test
    void parabolaThatTurnsAmongItsCalibratorsIsRefused() {
        Calibrators data = new Calibrators(new double[] {0, 1, 2, 3, 4}, new double[] {0, 3, 4, 3, 0});
        assertThat(Calibration.fit(data, CalibrationSpec.of(CalibrationModel.QUADRATIC)))
                .isInstanceOf(CalibrationOutcome.NotCalibrated.class);
    }

    @Test
    void specimenAboveTheVertexOrThePlateauHasNoConcentration() {
        Calibrators bent = noisy(CalibrationModel.QUADRATIC, 0, RandomStream.ofSeed(1));
        CalibrationFit parabola = Calibration.fit(bent, CalibrationSpec.of(CalibrationModel.QUADRATIC))
                .fit()
                .orElseThrow();
        assertThat(parabola.curve().concentration(1e6)).isEmpty();
        Calibrators curved = noisy(CalibrationModel.FOUR_PARAMETER, 0, RandomStream.ofSeed(1));
        CalibrationFit sigmoid = Calibration.fit(curved, CalibrationSpec.of(CalibrationModel.FOUR_PARAMETER))
                .fit()
                .orElseThrow();
        assertThat(sigmoid.curve().concentration(1e6)).isEmpty();
        assertThat(sigmoid.curve().concentration(-1)).isEmpty();
    }

    /** 95 % intervals hold the truth in 94 to 96 % of simulated plates; more models in kindlin-benchmarks. */
    @Test
    void intervalHoldsTheTruthAsOftenAsItSays() {
        int runs = 4000;
        int held = 0;
        RandomStream streams = RandomStream.ofSeed(17);
        for (int run = 0; run < runs; run++) {
            RandomStream stream = streams.child(run);
            CalibrationFit fit = Calibration.fit(
                            noisy(CalibrationModel.LINEAR, 0.05, stream), CalibrationSpec.of(CalibrationModel.LINEAR))
                    .fit()
                    .orElseThrow();
            double x = 15;
            double y = truth(CalibrationModel.LINEAR, x) + 0.05 * (stream.nextGaussian() + stream.nextGaussian()) / 2;
            BackCalculation found =
                    new InversePrediction(fit, ResidualNoise.of(fit).orElseThrow(), 0.95).of(y, 2);
            held += found.low() <= x && x <= found.high() ? 1 : 0;
        }
        assertThat(held / (double) runs).isBetween(0.94, 0.96);
    }

    @Test
    void orderOfCalibratorsChangesNoBit() {
        Calibrators data = noisy(CalibrationModel.FOUR_PARAMETER, 0.05, RandomStream.ofSeed(4));
        int n = data.size();
        Calibrators turned = new Calibrators(
                IntStream.range(0, n)
                        .mapToDouble(i -> data.concentration()[n - 1 - i])
                        .toArray(),
                IntStream.range(0, n)
                        .mapToDouble(i -> data.response()[n - 1 - i])
                        .toArray());
        assertThat(limits(turned)).isEqualTo(limits(data));
    }

    private static BackCalculation limits(Calibrators data) {
        CalibrationFit fit = Calibration.fit(data, CalibrationSpec.of(CalibrationModel.FOUR_PARAMETER))
                .fit()
                .orElseThrow();
        return new InversePrediction(fit, ResidualNoise.of(fit).orElseThrow(), 0.95).of(1, 2);
    }

    private static Calibrators noisy(CalibrationModel model, double sd, RandomStream stream) {
        int n = 3 * LEVELS.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = LEVELS[i / 3];
            y[i] = truth(model, x[i]) + (sd == 0 ? 0 : sd * stream.nextGaussian());
        }
        return new Calibrators(x, y);
    }

    private static double truth(CalibrationModel model, double x) {
        return switch (model) {
            case LINEAR -> 0.05 + 0.04 * x;
            case PROPORTIONAL -> 0.04 * x;
            case QUADRATIC -> 0.05 + x * (0.05 - 0.0003 * x);
            case FOUR_PARAMETER -> 0.05 + 2 / (1 + StrictMath.pow(x / 12, -1.3));
            case FIVE_PARAMETER -> 2.05 - 2 * StrictMath.pow(1 + StrictMath.pow(x / 12, 1.3), -0.6);
        };
    }
}
