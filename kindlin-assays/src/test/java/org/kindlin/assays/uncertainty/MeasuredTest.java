package org.kindlin.assays.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;

class MeasuredTest {
    private static final double LEVEL = 0.95;

    /** Welch's interval of the difference of 10 (sd 2, n 5) and 7 (sd 1, n 8); degrees and half width by SciPy. */
    @Test
    void aDifferenceOfIndependentMeansHasWelchsInterval() {
        Measured first = Measured.of(10, 2 / Math.sqrt(5), 4, Map.of(), Double.POSITIVE_INFINITY, LEVEL);
        Measured second = Measured.of(7, 1 / Math.sqrt(8), 7, Map.of(), Double.POSITIVE_INFINITY, LEVEL);
        Measured difference = first.minus(second, LEVEL);
        assertThat(difference.value()).isEqualTo(3);
        assertThat(difference.ownDf()).isCloseTo(5.274078150798019, within(1e-12));
        assertThat(difference.high()).isCloseTo(3 + 2.4341583134988274, within(1e-9));
        assertThat(difference.low()).isCloseTo(3 - 2.4341583134988274, within(1e-9));
    }

    /** Midway between Welch and Satterthwaite's half width and the root of squares of both halves, by scipy. */
    @Test
    void aSmallSharedErrorBesideFewDegreesOfFreedomIsNotLost() {
        Measured mean = Measured.of(10, 1, 3, Map.of("curve", 0.5), 54, LEVEL);
        assertThat(mean.high()).isCloseTo(10 + 3.1362497292053053, within(1e-9));
        assertThat(mean.low()).isCloseTo(10 - 3.1362497292053053, within(1e-9));
    }

    @Test
    void theSizeOfErrorsDoesNotChangeTheirDegreesOfFreedom() {
        for (double scale : List.of(1e-90, 1.0, 1e90)) {
            Measured part = Measured.of(scale, scale, 3, Map.of(), Double.POSITIVE_INFINITY, LEVEL);
            assertThat(part.minus(part, LEVEL).ownDf()).as("scale %s", scale).isCloseTo(6, within(1e-9));
        }
    }

    @Test
    void aLowerLimitBelowZeroBecomesZeroAndAnIntervalWhollyBelowZeroIsLeftAsItIs() {
        Estimate across = Measured.of(1, 1, 10, Map.of(), 10, LEVEL).estimate("collagen", "ug", LEVEL, "test");
        assertThat(across.low()).isZero();
        Estimate below = Measured.of(-9, 1, 10, Map.of(), 10, LEVEL).estimate("collagen", "ug", LEVEL, "test");
        assertThat(below.low()).isLessThan(below.high()).isNegative();
    }
}
