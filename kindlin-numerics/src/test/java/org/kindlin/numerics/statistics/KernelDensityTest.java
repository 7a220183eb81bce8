package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Densities and the valley are those of SciPy 1.15 ({@code gaussian_kde}) of the same values without bins. */
class KernelDensityTest {

    @Test
    void densitiesAreThoseOfSciPy() {
        BinnedSample sample = BinnedSample.of(twoModes()).orElseThrow();
        KernelDensity kernel = KernelDensity.of(sample, 0.12);

        assertThat(near(kernel, 1)).isCloseTo(0.23275584, within(2e-4));
        assertThat(near(kernel, 3)).isCloseTo(0.01626674, within(2e-4));
        assertThat(near(kernel, 5)).isCloseTo(0.34521246, within(2e-4));
        KernelDensity.Valley valley = kernel.deepestValley().orElseThrow();
        assertThat(valley.at()).isCloseTo(2.5513, within(0.02));
        assertThat(valley.depth()).isCloseTo(0.9740, within(1e-3));
    }

    @Test
    void theBandwidthIsSilvermans() {
        KernelDensity kernel = KernelDensity.of(BinnedSample.of(twoModes()).orElseThrow());

        assertThat(kernel.bandwidth()).isCloseTo(0.337596, within(2e-3)); // numpy, type-7 quartiles
        assertThat(kernel.deepestValley()).isPresent();
    }

    @Test
    void oneModeHasNoValleyWhateverItsShape() {
        RandomStream random = RandomStream.ofSeed(11);
        for (int trial = 0; trial < 60; trial++) {
            double[] values = new double[300 + 100 * trial];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (trial % 3) {
                    case 0 -> random.nextGaussian();
                    case 1 -> random.nextLogNormal(1, 0.6);
                    default -> random.nextDouble();
                };
            }
            assertThat(BinnedSample.of(values).map(KernelDensity::of).flatMap(KernelDensity::deepestValley))
                    .as("sample %d", trial)
                    .isEmpty();
        }
    }

    @Test
    void aSampleThatDoesNotDifferHasNoBins() {
        assertThat(BinnedSample.of(new double[] {3, 3, 3})).isEmpty();
        assertThat(BinnedSample.of(new double[0])).isEmpty();
    }

    private static double near(KernelDensity kernel, double x) {
        double bin = (x - kernel.sample().first()) / kernel.sample().step();
        int below = (int) bin;
        return kernel.density()[below] + (bin - below) * (kernel.density()[below + 1] - kernel.density()[below]);
    }

    /** 1200 quantiles of N(1, 0.5) and 2800 of N(5, 0.8). */
    private static double[] twoModes() {
        double[] values = new double[4000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 1200
                    ? 1 + 0.5 * Distributions.normalQuantile((i + 0.5) / 1200)
                    : 5 + 0.8 * Distributions.normalQuantile((i - 1200 + 0.5) / 2800);
        }
        return values;
    }
}
