package org.kindlin.numerics.proportions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of SciPy 1.15 ({@code scipy.stats.beta.ppf}) and of Wilson's formula in Python's doubles, to ten digits. */
class ProportionIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.95, 0, 0.3084971078187607, 0, 0.2775327998628892",
        "3, 10, 0.95, 0.0667395111777345, 0.6524528500599973, 0.10779126740630099, 0.6032218525388546",
        "10, 10, 0.95, 0.6915028921812392, 1, 0.7224672001371107, 1",
        "561, 13367, 0.95, 0.03863241437623358, 0.04550685055780354, 0.03869929531434751, 0.04550194679057481",
        "49671, 200000, 0.99, 0.24586997124061225, 0.25085201511692234, 0.24587483349344433, 0.2508518623382317",
        "1, 1000000, 0.95, 2.53178076637942e-08, 5.571630655166939e-06, 1.7652457674537218e-07, 5.664911804311443e-06"
    })
    void limitsAreThoseOfSciPy(
            int successes, int trials, double level, double low, double high, double scoreLow, double scoreHigh) {
        Range exact = ProportionInterval.CLOPPER_PEARSON.of(successes, trials, level);
        Range score = ProportionInterval.WILSON.of(successes, trials, level);

        assertThat(exact.low()).isCloseTo(low, within(1e-10 * Math.max(low, 1e-300)));
        assertThat(exact.high()).isCloseTo(high, within(1e-10 * high));
        assertThat(score.low()).isCloseTo(scoreLow, within(1e-10 * Math.max(scoreLow, 1e-300)));
        assertThat(score.high()).isCloseTo(scoreHigh, within(1e-10 * scoreHigh));
    }
}
