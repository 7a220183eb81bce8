package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class RatioEstimateTest {

    /** (2/4 + 0.08/16) / (1 + 0.16/16) = 0.505 / 1.01. */
    @Test
    void formula() {
        assertThat(RatioEstimate.beale(2, 4, 0.16, 0.08)).isCloseTo(0.5, within(1e-15));
        assertThat(RatioEstimate.beale(3, 4, 0, 0)).isEqualTo(0.75);
    }

    /** Means of six log-normal values each (true ratio 0.4): the plain ratio is 3 % too large, Beale's is right to 1 %. */
    @Test
    void lessBiasedThanTheRatioOfMeans() {
        RandomStream random = RandomStream.ofSeed(12);
        int studies = 20_000;
        double plain = 0;
        double corrected = 0;
        for (int s = 0; s < studies; s++) {
            double[] a = new double[6];
            double[] b = new double[6];
            for (int i = 0; i < 6; i++) {
                a[i] = 0.4 * Math.exp(0.45 * random.nextGaussian());
                b[i] = Math.exp(0.45 * random.nextGaussian());
            }
            double top = Descriptive.mean(a);
            double bottom = Descriptive.mean(b);
            plain += top / bottom / studies;
            corrected += RatioEstimate.beale(top, bottom, Descriptive.variance(b) / 6, 0) / studies;
        }
        assertThat(plain).isGreaterThan(0.4 * 1.025);
        assertThat(corrected).isCloseTo(0.4, within(0.004));
    }
}
