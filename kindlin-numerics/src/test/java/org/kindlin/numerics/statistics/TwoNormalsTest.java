package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class TwoNormalsTest {

    @Test
    void componentsComeBackFromTheirSample() {
        RandomStream random = RandomStream.ofSeed(4);
        double[] values = new double[40_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < 0.3 ? random.nextGaussian(1, 0.5) : random.nextGaussian(5, 0.8);
        }

        TwoNormals mixture =
                TwoNormals.fit(BinnedSample.of(values).orElseThrow(), 3).orElseThrow();

        assertThat(mixture.weight()).isCloseTo(0.3, within(0.01));
        assertThat(mixture.lowMean()).isCloseTo(1, within(0.02));
        assertThat(mixture.highSd()).isCloseTo(0.8, within(0.02));
        // where 0.3/0.5 phi((x-1)/0.5) = 0.7/0.8 phi((x-5)/0.8), solved with scipy.optimize.brentq: 2.5006
        assertThat(mixture.threshold()).isCloseTo(2.5006, within(0.05));
    }

    @Test
    void onePopulationIsNotCutInTwo() {
        RandomStream random = RandomStream.ofSeed(6);
        double[] values = new double[5_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }

        assertThat(TwoNormals.fit(BinnedSample.of(values).orElseThrow(), 0)).isEmpty();
    }
}
