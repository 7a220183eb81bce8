package org.kindlin.mechanism.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class QuantileSketchTest {
    private static final double[] FRACTIONS = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

    private static void assertNear(double[] values, double fraction, double found) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double exact = sorted[(int) Math.floor(fraction * (sorted.length - 1.0) + 0.5)];
        assertThat(found).isCloseTo(exact, within(QuantileSketch.RELATIVE_ERROR * 1.0001 * Math.abs(exact)));
    }

    @Test
    void everyQuantileIsWithinItsRelativeError() {
        for (int kind = 0; kind < 4; kind++) {
            RandomStream random = RandomStream.ofSeed(kind);
            double[] values = new double[20_001];
            QuantileSketch sketch = new QuantileSketch();
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (kind) {
                    case 0 -> random.nextLogNormal(1e-9, 1.5);
                    case 1 -> random.nextGaussian();
                    case 2 -> random.nextInt(5) - 2;
                    default -> 1e9 + i;
                };
                sketch.add(values[i]);
            }
            for (double fraction : FRACTIONS) {
                assertNear(values, fraction, sketch.quantile(fraction));
            }
        }
    }

    @Test
    void theOrderOfTheNumbersDoesNotMatterNotEvenWhereTheSmallestAreLumped() {
        RandomStream random = RandomStream.ofSeed(3);
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.exp(random.nextUniform(-300, 300));
        }
        QuantileSketch forth = new QuantileSketch();
        QuantileSketch back = new QuantileSketch();
        QuantileSketch upwards = new QuantileSketch();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < values.length; i++) {
            forth.add(values[i]);
            back.add(values[values.length - 1 - i]);
            upwards.add(sorted[i]);
        }
        for (double fraction : FRACTIONS) {
            assertThat(back.quantile(fraction)).isEqualTo(forth.quantile(fraction));
            assertThat(upwards.quantile(fraction)).isEqualTo(forth.quantile(fraction));
        }
        assertNear(values, 1, forth.quantile(1));
    }

    @Test
    void theScaleRisesEverywhereAndAtLeastAsFastAsItSays() {
        double before = LogarithmicScale.at(0.9);
        for (double x = 0.9 * 1.0001; x < 4.2; x *= 1.0001) {
            double here = LogarithmicScale.at(x);
            assertThat((here - before) / StrictMath.log(1.0001))
                    .isBetween(LogarithmicScale.SMALLEST_SLOPE - 1e-6, 1.4859);
            assertThat(LogarithmicScale.inverse(here)).isCloseTo(x, within(1e-14 * x));
            before = here;
        }
        assertThat(LogarithmicScale.at(1)).isZero();
        assertThat(LogarithmicScale.inverse(LogarithmicScale.at(Double.MIN_NORMAL)))
                .isEqualTo(Double.MIN_NORMAL);
        assertThat(LogarithmicScale.inverse(LogarithmicScale.at(1e300))).isCloseTo(1e300, within(1e288));
    }

    @Test
    void ofNothingThereIsNoQuantile() {
        assertThat(new QuantileSketch().quantile(0.5)).isNaN();
        CourseBands many = new CourseBands(1, 1, 10_000_000);
        for (int i = 0; i < 100_000; i++) {
            many.course(i, new double[][] {{i + 1.0}});
        }
        assertThat(many.exact()).isFalse();
        assertThat(many.quantiles(0, 0, 0.5)[0]).isCloseTo(50_000, within(26.0));
    }
}
