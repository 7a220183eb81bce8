package org.kindlin.mechanism.petab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class PriorTest {

    @Test
    void slopesAgreeWithDifferencesAndDensitiesWithSciPy() {
        for (Prior.Kind kind : Prior.Kind.values()) {
            Prior prior = new Prior(kind, 0.1, 2);
            for (Scale scale : Scale.values()) {
                double at = scale.apply(1.3);
                double difference = (prior.logDensity(at + 1e-6, scale) - prior.logDensity(at - 1e-6, scale)) / 2e-6;
                assertThat(prior.slope(at, scale)).as(kind + " " + scale).isCloseTo(difference, within(1e-7));
            }
        }
        // scipy.stats: norm(0.1, 2).logpdf(1.3), lognorm(2, scale=exp(0.1)).logpdf(1.3), laplace(0.1, 2).logpdf(1.3)
        assertThat(new Prior(Prior.Kind.NORMAL, 0.1, 2).logDensity(Math.log10(1.3), Scale.LOG10))
                .isCloseTo(-1.7920857137646178, within(1e-12));
        assertThat(new Prior(Prior.Kind.LOG_NORMAL, 0.1, 2).logDensity(1.3, Scale.LIN))
                .isCloseTo(-1.8777452475291179, within(1e-12));
        assertThat(new Prior(Prior.Kind.LAPLACE, 0.1, 2).logDensity(Math.log(1.3), Scale.LOG))
                .isCloseTo(-1.9862943611198907, within(1e-12));
    }

    @Test
    void drawsHaveTheMedianOfTheirPrior() {
        for (Prior.Kind kind : Prior.Kind.values()) {
            Prior prior = new Prior(kind, 1, 3);
            RandomStream stream = RandomStream.ofSeed(5);
            boolean uniform = kind == Prior.Kind.UNIFORM || kind == Prior.Kind.PARAMETER_SCALE_UNIFORM;
            double median = uniform ? 2 : kind == Prior.Kind.LOG_NORMAL || kind == Prior.Kind.LOG_LAPLACE ? Math.E : 1;
            int above = 0;
            for (int k = 0; k < 4000; k++) {
                above += prior.draw(stream, Scale.LIN) > median ? 1 : 0;
            }
            assertThat(above).as(kind.petabName()).isBetween(1870, 2130);
        }
    }
}
