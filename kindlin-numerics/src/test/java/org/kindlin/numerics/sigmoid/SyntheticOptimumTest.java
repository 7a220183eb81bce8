package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.sigmoid.SyntheticSet.Expected;

/** The global optimum, bound flags and standard errors on the synthetic reference sets. */
class SyntheticOptimumTest {

    @Test
    void everyEasyCurveIsAtItsOptimumWithItsStandardErrors() {
        SyntheticSet set = SyntheticSet.load("easy");
        for (Expected expected : set.expected()) {
            SigmoidFit fit = fit(set, expected);
            assertThat(fit.rss()).as(expected.curve()).isCloseTo(expected.sse(), within(1e-12 * expected.sse()));
            assertThat(fit.atBound()).isEmpty();
            assertThat(fit.gradientNorm()).isLessThan(1e-11);
            assertStandardErrors(fit, expected, 1e-6);
        }
    }

    /** An exhaustive search of the whole box, by another program ({@code src/test/python/global_optimum.py}). */
    @Test
    void everyHardCurveIsAtTheGlobalOptimumOfAnExhaustiveSearch() {
        SyntheticSet set = SyntheticSet.load("hard");
        Map<String, Double> optimum = sums("optimum_hard.csv");
        assertThat(optimum).hasSize(600);
        for (Expected expected : set.expected()) {
            double best = Objects.requireNonNull(optimum.get(expected.curve()));
            assertThat(fit(set, expected).rss()).as(expected.curve()).isCloseTo(best, within(1e-12 * best));
        }
    }

    /**
     * In 26 of the hard curves the reference's sum of squares is that of a curve rounded to steps of up to 8 response
     * units, because its far plateau lies beyond 1e14. There the fit must be at least as good as the reference's
     * parameters are in exact arithmetic ({@code src/test/python/exact_sse_at_reference.py}).
     */
    @Test
    void everyHardCurveIsAtThePrintedOptimumWhereThatIsNotRounded() {
        SyntheticSet set = SyntheticSet.load("hard");
        Map<String, Double> exact = sums("exact_hard.csv");
        assertThat(exact).hasSize(26);
        for (Expected expected : set.expected()) {
            SigmoidFit fit = fit(set, expected);
            double limit = exact.getOrDefault(expected.curve(), expected.sse());
            assertThat(fit.rss()).as(expected.curve()).isLessThanOrEqualTo(limit * (1 + 1e-6));
            if (!exact.containsKey(expected.curve())) {
                assertThat(fit.rss()).as(expected.curve()).isGreaterThanOrEqualTo(limit * (1 - 1e-9));
                assertThat(fit.atBound().isEmpty()).as(expected.curve()).isEqualTo(!expected.atBound());
                if (!expected.atBound()) {
                    assertStandardErrors(fit, expected, 2e-6);
                }
            }
        }
    }

    private static Map<String, Double> sums(String resource) {
        Map<String, Double> sums = new HashMap<>();
        for (String line : SyntheticSet.lines(resource)) {
            String[] cells = line.split(",", -1);
            sums.put(cells[0], Double.parseDouble(cells[1]));
        }
        return sums;
    }

    private static SigmoidFit fit(SyntheticSet set, Expected expected) {
        SigmoidData data = set.data(expected);
        return SigmoidRegression.fit(data, SigmoidSpec.fourParameter()).fit().orElseThrow();
    }

    private static void assertStandardErrors(SigmoidFit fit, Expected expected, double tolerance) {
        boolean falling = fit.curve().direction() == Direction.FALLING;
        assertClose(fit, Parameter.LOG_IC50, expected.seLogIc50(), tolerance);
        assertClose(fit, Parameter.HILL_SLOPE, expected.seHill(), tolerance);
        assertClose(fit, falling ? Parameter.TOP : Parameter.BOTTOM, expected.seAtZeroDose(), tolerance);
        assertClose(fit, falling ? Parameter.BOTTOM : Parameter.TOP, expected.seAtInfiniteDose(), tolerance);
    }

    private static void assertClose(SigmoidFit fit, Parameter parameter, double expected, double tolerance) {
        double actual = fit.standardError(parameter).orElseThrow();
        assertThat(actual).as(parameter.name()).isCloseTo(expected, within(tolerance * expected));
    }
}
