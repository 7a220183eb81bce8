package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.NoiseDistribution;
import org.kindlin.mechanism.petab.Scale;

class NoiseModelTest {
    private static Measurement measured(double value) {
        return new Measurement(1, "o", Optional.empty(), "c", 0, value, List.of(), List.of(), Optional.empty());
    }

    private static Measurement censored(double low, double high) {
        return new Measurement(
                1,
                "o",
                Optional.empty(),
                "c",
                0,
                Double.NaN,
                List.of(),
                List.of(),
                Optional.of(new Measurement.Censoring(low, high)));
    }

    private static double value(Measurement measurement, Scale scale, NoiseDistribution kind, double h, double noise) {
        NoiseModel model = new NoiseModel();
        model.evaluate(measurement, scale, kind, h, noise);
        return model.value;
    }

    @Test
    void densitiesIntegrateToOneAndCensoringIsTheirIntegral() {
        for (NoiseDistribution kind : NoiseDistribution.values()) {
            for (Scale scale : Scale.values()) {
                double h = 1.7;
                double noise = scale == Scale.LIN ? 0.4 : 0.2;
                double total = 0;
                double between = 0;
                double step = 1e-3;
                for (double m = step / 2; m < 60; m += step) {
                    double density = Math.exp(-value(measured(m), scale, kind, h, noise)) * step;
                    total += density;
                    between += m > 1.5 && m < 2.5 ? density : 0;
                }
                assertThat(total).as(kind + " " + scale).isCloseTo(1, within(scale == Scale.LIN ? 1e-2 : 1e-3));
                double censored = Math.exp(-value(censored(1.5, 2.5), scale, kind, h, noise));
                assertThat(censored).as(kind + " " + scale).isCloseTo(between, within(2e-3));
            }
        }
    }

    @Test
    void derivativesAgreeWithDifferences() {
        List<Measurement> measurements = List.of(
                measured(2.2),
                censored(1.5, 2.5),
                censored(Double.NEGATIVE_INFINITY, 1.2),
                censored(3, Double.POSITIVE_INFINITY));
        for (NoiseDistribution kind : NoiseDistribution.values()) {
            for (Scale scale : Scale.values()) {
                for (Measurement measurement : measurements) {
                    NoiseModel model = new NoiseModel();
                    model.evaluate(measurement, scale, kind, 1.7, 0.3);
                    double d = 1e-6;
                    double byH = (value(measurement, scale, kind, 1.7 + d, 0.3)
                                    - value(measurement, scale, kind, 1.7 - d, 0.3))
                            / (2 * d);
                    double byNoise = (value(measurement, scale, kind, 1.7, 0.3 + d)
                                    - value(measurement, scale, kind, 1.7, 0.3 - d))
                            / (2 * d);
                    assertThat(model.byObservable).isCloseTo(byH, within(1e-6 * (1 + Math.abs(byH))));
                    assertThat(model.byNoise).isCloseTo(byNoise, within(1e-6 * (1 + Math.abs(byNoise))));
                }
            }
        }
    }

    @Test
    void withoutAPositiveNoiseThereIsNoLikelihood() {
        assertThat(value(measured(1), Scale.LIN, NoiseDistribution.NORMAL, 1, 0))
                .isInfinite();
        assertThat(value(measured(1), Scale.LOG, NoiseDistribution.NORMAL, -1, 1))
                .isInfinite();
        assertThat(value(measured(1), Scale.LIN, NoiseDistribution.NORMAL, Double.NaN, 1))
                .isInfinite();
    }
}
