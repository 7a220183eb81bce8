package org.kindlin.numerics.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaRuleTest {

    @Test
    void logarithmicTrapezoidsAreExactForAnExponential() {
        double[] times = IntStream.range(0, 9).mapToDouble(i -> i * i * 0.4).toArray();
        double[] values = IntStream.range(0, 9)
                .mapToDouble(i -> 8 * StrictMath.exp(-0.3 * times[i]))
                .toArray();
        Area area = AreaRule.LINEAR_UP_LOG_DOWN.over(times, values, 0);
        double end = times[8];
        double left = StrictMath.exp(-0.3 * end);
        assertThat(area.zero()).isCloseTo(8 / 0.3 * (1 - left), within(1e-12));
        assertThat(area.first()).isCloseTo(8 / 0.09 * (1 - left * (1 + 0.3 * end)), within(1e-11));
        assertThat(AreaRule.LINEAR.over(times, values, 0).zero()).isGreaterThan(area.zero());
    }

    @Test
    void linearTrapezoidsAreExactForStraightLinesAndTheirMomentIsTheUsualOne() {
        Area area = AreaRule.LINEAR.over(new double[] {0, 2, 5}, new double[] {0, 4, 1}, 0);
        assertThat(area.zero()).isCloseTo(4 + 7.5, within(1e-14));
        assertThat(area.first()).isCloseTo(8 + 1.5 * (8 + 5), within(1e-14));
    }

    @Test
    void theRulesDifferInARiseAfterThePeakOnly() {
        double[] times = {0, 1, 2, 3};
        double[] values = {0, 10, 2, 4};
        double linear = AreaRule.LINEAR_UP_LOG_DOWN.over(times, values, 0).zero();
        double logarithmic = AreaRule.LINEAR_LOG.over(times, values, 0).zero();
        assertThat(linear - logarithmic).isCloseTo(3 - 2 / StrictMath.log(2), within(1e-14));
    }

    @Test
    void zerosAndEqualValuesAreJoinedByLines() {
        Area area = AreaRule.LINEAR_LOG.over(new double[] {0, 1, 2, 3}, new double[] {5, 5, 0, 0}, 0);
        assertThat(area.zero()).isCloseTo(7.5, within(1e-14));
    }

    @Test
    void interpolationLiesOnTheSameCurveAsTheArea() {
        assertThat(AreaRule.LINEAR_UP_LOG_DOWN.at(1, 0, 8, 2, 2, true)).isCloseTo(4, within(1e-14));
        assertThat(AreaRule.LINEAR.at(1, 0, 8, 2, 2, true)).isCloseTo(5, within(1e-14));
    }

    @Test
    void theTerminalPhaseIsTheLongestWindowAmongEquallyGood() {
        double[] times = {1, 2, 3, 4, 5, 6};
        double[] pure = IntStream.range(0, 6)
                .mapToDouble(i -> StrictMath.exp(2 - 0.5 * times[i]))
                .toArray();
        assertThat(TerminalPhase.best(times, pure)).hasValueSatisfying(phase -> {
            assertThat(phase.points()).isEqualTo(6);
            assertThat(phase.rate()).isCloseTo(0.5, within(1e-14));
            assertThat(phase.at(0)).isCloseTo(StrictMath.exp(2), within(1e-12));
            assertThat(phase.spanRatio()).isCloseTo(5 * 0.5 / StrictMath.log(2), within(1e-12));
        });
        double[] rising = IntStream.range(0, 6)
                .mapToDouble(i -> StrictMath.exp(0.2 * times[i]))
                .toArray();
        assertThat(TerminalPhase.best(times, rising)).isEmpty();
        assertThat(TerminalPhase.best(new double[] {1, 2}, new double[] {2, 1})).isEmpty();
    }

    /** scipy.stats.linregress of ln c on t: slope, its standard error, correlation. */
    @Test
    void theRegressionIsThatOfSciPy() {
        double[] times = {2, 4, 6, 8};
        double[] values = {5.0, 3.1, 1.4, 0.9};
        TerminalPhase phase = TerminalPhase.through(times, values).orElseThrow();
        assertThat(phase.rate()).isCloseTo(SCIPY[0], within(1e-13));
        assertThat(phase.rateStandardError()).isCloseTo(SCIPY[1], within(1e-13));
        assertThat(phase.correlation()).isCloseTo(SCIPY[2], within(1e-13));
    }

    private static final double[] SCIPY = {0.2969662579572834, 0.023860047859185295, -0.9936063667175113};
}
