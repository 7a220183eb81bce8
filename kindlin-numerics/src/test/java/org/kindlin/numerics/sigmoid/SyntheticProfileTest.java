package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.sigmoid.SyntheticSet.Expected;

/** The 95 % profile interval of log10 ic50 on the synthetic reference sets, unbounded sides included. */
class SyntheticProfileTest {
    /** The reference prints limits to ten digits. */
    private static final double PRINTED = 1e-8;

    /** Curves whose reference limit follows from a sum of squares that is rounding noise: see SyntheticOptimumTest. */
    static final Set<String> NOISE = Set.of("158", "452", "536", "614", "716", "962", "1058");

    @Test
    void limitsOfEasyCurves() {
        SyntheticSet set = SyntheticSet.load("easy");
        List<Expected> expected = set.expected();
        for (int i = 0; i < expected.size(); i += 4) {
            assertLimits(set, expected.get(i));
        }
    }

    @Test
    void limitsOfHardCurves() {
        SyntheticSet set = SyntheticSet.load("hard");
        List<Expected> checked =
                set.expected().stream().filter(e -> !NOISE.contains(e.curve())).toList();
        assertThat(checked).hasSize(593);
        checked.forEach(expected -> assertLimits(set, expected));
    }

    private static void assertLimits(SyntheticSet set, Expected expected) {
        SigmoidFit fit = SigmoidRegression.fit(set.data(expected), SigmoidSpec.fourParameter())
                .fit()
                .orElseThrow();
        ProfileInterval interval =
                ProfileLikelihood.interval(fit, Parameter.LOG_IC50, 0.95).orElseThrow();
        assertLimit(expected.curve() + " low", interval.low(), expected.lower());
        assertLimit(expected.curve() + " high", interval.high(), expected.upper());
    }

    private static void assertLimit(String what, double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(PRINTED));
        }
    }
}
