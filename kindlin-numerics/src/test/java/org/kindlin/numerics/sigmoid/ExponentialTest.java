package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void agreesWithStrictMathToTwoUnitsInTheLastPlace() {
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 2 : 1480);
            double expected = StrictMath.exp(x);
            assertThat(Exponential.of(x)).isCloseTo(expected, within(2 * Math.ulp(expected)));
        }
    }

    @Test
    void theEndsOfTheRange() {
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.of(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Exponential.of(-745.2)).isZero();
        assertThat(Exponential.of(-745)).isEqualTo(Double.MIN_VALUE);
        assertThat(Exponential.of(710)).isInfinite();
        assertThat(Exponential.of(Double.NaN)).isNaN();
    }
}
