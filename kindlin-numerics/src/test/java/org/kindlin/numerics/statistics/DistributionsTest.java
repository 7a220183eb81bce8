package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {
    /** F(1, 26) is the constant the reference profile intervals use; F(1, df) is the square of Student's t. */
    @Test
    void quantilesOfFAreSquaresOfStudents() {
        assertThat(Distributions.fQuantile(0.95, 1, 26)).isCloseTo(4.225201273127487, withinPercentage(1e-12));
        for (int df = 1; df < 200; df += 7) {
            double t = Distributions.studentQuantile(0.975, df);
            assertThat(Distributions.fQuantile(0.95, 1, df)).isCloseTo(t * t, withinPercentage(1e-11));
        }
    }

    /** Closed forms: t with 1 and 2 degrees of freedom, chi-squared with 2. */
    @ParameterizedTest
    @CsvSource({"0.6", "0.75", "0.9", "0.975", "0.9999"})
    void quantilesMeetTheirClosedForms(double p) {
        assertThat(Distributions.studentQuantile(p, 1))
                .isCloseTo(Math.tan(Math.PI * (p - 0.5)), withinPercentage(1e-10));
        double alpha = 2 * p - 1;
        assertThat(Distributions.studentQuantile(p, 2))
                .isCloseTo(alpha * Math.sqrt(2 / (1 - alpha * alpha)), withinPercentage(1e-10));
        assertThat(Distributions.studentQuantile(1 - p, 2)).isNegative();
        assertThat(Distributions.chiSquaredQuantile(p, 2)).isCloseTo(-2 * Math.log(1 - p), withinPercentage(1e-10));
    }

    @Test
    void smallTailsKeepTheirRelativeAccuracy() {
        // Closed forms: 2·atan(1/t)/π, (1 + f)^(−m) for F(2, 2m) at m f, exp(−x/2).
        assertThat(Distributions.studentTwoSided(1e12, 1)).isCloseTo(2e-12 / Math.PI, withinPercentage(1e-10));
        assertThat(Distributions.fUpperTail(1e6, 2, 10)).isCloseTo(Math.pow(1 + 1e6 / 5, -5), withinPercentage(1e-10));
        assertThat(Distributions.chiSquaredUpperTail(600, 2)).isCloseTo(Math.exp(-300), withinPercentage(1e-10));
        assertThat(Distributions.normalUpperTail(10)).isCloseTo(7.619853024160525e-24, withinPercentage(1e-10));
        assertThat(Distributions.fUpperTail(0, 1, 1)).isEqualTo(1);
        assertThat(Distributions.studentTwoSided(Double.POSITIVE_INFINITY, 3)).isZero();
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Distributions.studentQuantile(0.9, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Distributions.studentQuantile(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Distributions.fQuantile(Double.NaN, 1, 1));
    }
}
