package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class StandardCurveTest {
    private static final double[] PERCENT = {0, 0, 2, 2, 5, 5, 10, 10, 20, 20, 50, 50, 100, 100};

    private static double[] signals(double intercept, double slope, double curvature, double noise) {
        RandomStream random = RandomStream.ofSeed(7);
        double[] signal = new double[PERCENT.length];
        for (int i = 0; i < signal.length; i++) {
            double mean = intercept + slope * PERCENT[i] + curvature * PERCENT[i] * PERCENT[i];
            signal[i] = mean * (1 + noise * random.nextGaussian());
        }
        return signal;
    }

    private static StandardCurve curve(double[] signal, StandardCurveModel model) {
        return (StandardCurve) StandardCurve.fit(PERCENT, signal, model, SignalDirection.RISES_WITH_ADP);
    }

    @Test
    void recoversAnExactLine() {
        StandardCurve curve = curve(signals(300, 1000, 0, 0), StandardCurveModel.LINE);
        assertThat(curve.intercept()).isCloseTo(300, within(1e-8));
        assertThat(curve.slope()).isCloseTo(1000, within(1e-9));
        assertThat(curve.percent(300 + 12.5 * 1000)).isCloseTo(12.5, within(1e-10));
    }

    @Test
    void staysStraightForProportionalNoise() {
        assertThat(curve(signals(300, 1000, 0, 0.03), StandardCurveModel.AUTO).isCurved())
                .isFalse();
    }

    @Test
    void bendsWhereTheStandardsDo() {
        StandardCurve curve = curve(signals(300, 1000, -3, 0.01), StandardCurveModel.AUTO);
        assertThat(curve.isCurved()).isTrue();
        assertThat(curve.percent(300 + 1000 * 40 - 3 * 1600)).isCloseTo(40, within(2.0));
    }

    @Test
    void theInverseUndoesTheCurveEverywhere() {
        for (double curvature : new double[] {0, -3, 4}) {
            StandardCurve curve = curve(signals(300, 1000, curvature, 0.01), StandardCurveModel.PARABOLA);
            for (double percent = -20; percent <= 150; percent += 0.7) {
                assertThat(curve.percent(curve.signal(percent))).isCloseTo(percent, within(1e-9));
            }
        }
    }

    @Test
    void fallsWhereTheAssayFalls() {
        double[] signal = new double[PERCENT.length];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = 90_000 - 500 * PERCENT[i] - PERCENT[i] * PERCENT[i];
        }
        var curve = (StandardCurve)
                StandardCurve.fit(PERCENT, signal, StandardCurveModel.PARABOLA, SignalDirection.FALLS_WITH_ADP);
        assertThat(curve.percent(90_000 - 500 * 30 - 900)).isCloseTo(30, within(1e-8));
        assertThat(StandardCurve.fit(PERCENT, signal, StandardCurveModel.AUTO, SignalDirection.RISES_WITH_ADP))
                .isInstanceOfSatisfying(
                        Calibration.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("signal=rises-with-adp"));
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(StandardCurve.fit(
                        new double[] {0, 0, 100},
                        new double[] {1, 2, 900},
                        StandardCurveModel.AUTO,
                        SignalDirection.RISES_WITH_ADP))
                .isInstanceOfSatisfying(
                        Calibration.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("2 levels"));
        assertThat(StandardCurve.fit(
                        new double[0], new double[0], StandardCurveModel.AUTO, SignalDirection.RISES_WITH_ADP))
                .isInstanceOf(Calibration.None.class);
    }
}
