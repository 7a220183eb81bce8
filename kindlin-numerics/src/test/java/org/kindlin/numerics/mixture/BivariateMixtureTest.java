package org.kindlin.numerics.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class BivariateMixtureTest {

    @Test
    void componentsComeBackFromTheirSample() {
        BivariateMixture mixture = fit(20_000, true);

        assertThat(mixture.components()).hasSize(2);
        BivariateNormal large = mixture.components().getFirst();
        assertThat(large.weight()).isCloseTo(0.7, within(0.02));
        assertThat(large.meanX()).isCloseTo(4, within(0.03));
        assertThat(large.meanY()).isCloseTo(1, within(0.03));
        assertThat(large.varianceX()).isCloseTo(1, within(0.05));
        assertThat(large.covariance()).isCloseTo(0.6, within(0.05));
        assertThat(large.varianceY()).isCloseTo(1, within(0.05));
    }

    @Test
    void oneComponentIsNotSplit() {
        assertThat(fit(5_000, false).components()).hasSize(1);
    }

    /** scipy.stats.multivariate_normal.logpdf([1, 2], [0, 0], [[2, 0.5], [0.5, 1]]) + log(0.25), SciPy 1.15. */
    @Test
    void theDensityIsThatOfSciPy() {
        BivariateNormal normal = new BivariateNormal(0.25, 0, 0, 2, 0.5, 1);

        assertThat(normal.logDensity(1, 2)).isCloseTo(-5.5039793214969475, within(1e-12));
    }

    private static BivariateMixture fit(int size, boolean two) {
        RandomStream random = RandomStream.ofSeed(3);
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            boolean other = two && random.nextDouble() < 0.3;
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            x[i] = other ? 0.5 * u : 4 + u;
            y[i] = other ? 0.4 * v : 1 + 0.6 * u + 0.8 * v;
        }
        return BivariateMixture.fit(x, y, 4, random.child("starts")).orElseThrow();
    }
}
