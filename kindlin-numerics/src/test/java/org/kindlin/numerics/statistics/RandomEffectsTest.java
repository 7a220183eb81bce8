package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Means over groups that differ among themselves. */
class RandomEffectsTest {
    /**
     * Log risk ratios of the thirteen BCG trials (G. A. Colditz et al., JAMA 271:698-702, 1994) and their standard errors,
     * rounded to six decimals. Expected: the root of the REML score by mpmath with 40 digits; the same to its four printed
     * digits as metafor's documentation (tau^2 0.3132, mean -0.7145, interval -1.1084 to -0.3206).
     */
    @Test
    void bcgTrials() {
        double[] estimate = {
            -0.889311, -1.585389, -1.348073, -1.441551, -0.217547, -0.786116, -1.620898, 0.011952, -0.469418, -1.371345,
            -0.339359, 0.445913, -0.017314
        };
        double[] error = {
            0.5706, 0.441114, 0.64449, 0.141457, 0.226297, 0.0831, 0.472247, 0.062941, 0.237559, 0.270231, 0.11141,
            0.72973, 0.267217
        };
        RandomEffects effects = RandomEffects.of(estimate, error);
        assertThat(effects.betweenVariance()).isCloseTo(0.3132430604156518, within(1e-12));
        assertThat(effects.weighted()).isCloseTo(-0.7145324538192808, within(1e-12));
        assertThat(effects.weightedError()).isCloseTo(0.1807917120315001, within(1e-12));
        assertThat(effects.heterogeneity()).isCloseTo(152.23295412224934, within(1e-9));
        assertThat(effects.weighted() - effects.weightedHalfWidth(0.95)).isCloseTo(-1.1084437554910163, within(1e-10));
    }

    @Test
    void withEqualErrorsItIsTheIntervalOfTheGroupMeans() {
        double[] estimate = {1.2, 1.9, 0.7, 1.4};
        RandomEffects effects = RandomEffects.of(estimate, new double[] {0.1, 0.1, 0.1, 0.1});
        double expected = Distributions.studentQuantile(0.975, 3) * Descriptive.standardDeviation(estimate) / 2;
        assertThat(effects.mean()).isCloseTo(1.3, within(1e-14));
        assertThat(effects.halfWidth(0.95)).isCloseTo(expected, within(1e-13));
        assertThat(effects.weightedHalfWidth(0.95)).isCloseTo(expected, within(1e-12));
        assertThat(effects.betweenVariance()).isCloseTo(Descriptive.variance(estimate) - 0.01, within(1e-12));
    }

    @Test
    void groupsThatDifferLessThanTheirErrorsHaveNoVarianceBetween() {
        RandomEffects effects = RandomEffects.of(new double[] {1, 1.1, 0.9, 1.05}, new double[] {0.5, 0.4, 0.6, 0.5});
        assertThat(effects.betweenVariance()).isZero();
        assertThat(effects.heterogeneityP()).isGreaterThan(0.9);
    }

    @Test
    void twoGroupsAreRefused() {
        assertThatThrownBy(() -> RandomEffects.of(new double[] {1, 2}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Four groups of unequal precision, 4,000 times: 94 to 96 % of the intervals hold the truth. */
    @Test
    void coversAsOftenAsItSays() {
        RandomStream random = RandomStream.ofSeed(8);
        double[] error = {0.05, 0.08, 0.06, 0.1};
        int held = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double[] estimate = new double[error.length];
            for (int i = 0; i < estimate.length; i++) {
                estimate[i] = random.nextGaussian(0, Math.hypot(0.1, error[i]));
            }
            RandomEffects effects = RandomEffects.of(estimate, error);
            held += Math.abs(effects.mean()) <= effects.halfWidth(0.95) ? 1 : 0;
        }
        assertThat((double) held / runs).isBetween(0.94, 0.96);
    }
}
