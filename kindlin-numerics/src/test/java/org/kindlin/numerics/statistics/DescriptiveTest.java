package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class DescriptiveTest {
    /** NIST StRD univariate NumAcc4: certified mean 10000000.2 and standard deviation 0.1, exactly. */
    @Test
    void meanAndDeviationSurviveCancellation() {
        double[] x = new double[1001];
        Arrays.setAll(x, i -> i == 0 ? 10_000_000.2 : i % 2 == 1 ? 10_000_000.1 : 10_000_000.3);
        assertThat(Descriptive.mean(x)).isCloseTo(10_000_000.2, within(2e-9)); // one rounding of the data
        assertThat(Descriptive.standardDeviation(x)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void orderDoesNotMatterToTheLastBit() {
        RandomStream random = RandomStream.ofSeed(4);
        for (int round = 0; round < 200; round++) {
            double[] x = new double[2 + random.nextInt(30)];
            Arrays.setAll(x, i -> random.nextLogNormal(1, 5));
            int[] order = random.nextPermutation(x.length);
            double[] y = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
            assertThat(Descriptive.mean(y)).isEqualTo(Descriptive.mean(x));
            assertThat(Descriptive.variance(y)).isEqualTo(Descriptive.variance(x));
            assertThat(Descriptive.scaledMad(y)).isEqualTo(Descriptive.scaledMad(x));
        }
    }

    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        double[] x = {4, 1, 3, 2};
        assertThat(Descriptive.median(x)).isEqualTo(2.5);
        assertThat(Descriptive.quantile(x, 0)).isEqualTo(1);
        assertThat(Descriptive.quantile(x, 1)).isEqualTo(4);
        assertThat(Descriptive.quantile(x, 0.25)).isEqualTo(1.75);
        assertThat(Descriptive.scaledMad(1, 2, 3, 4, 100)).isEqualTo(Descriptive.MAD_TO_SD);
        assertThat(Descriptive.coefficientOfVariation(-1, -3)).isCloseTo(Math.sqrt(2) / 2, within(1e-15));
    }

    @Test
    void samplesThatHaveNoAnswerAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(Descriptive::mean);
        assertThatIllegalArgumentException().isThrownBy(() -> Descriptive.variance(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Descriptive.median(1, Double.NaN));
    }

    @Test
    void compensationKeepsWhatPlainSummationLoses() {
        assertThat(CompensatedSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    }

    @Test
    void robustScaleIgnoresOutliersAndInterpolatedPoints() {
        RandomStream random = RandomStream.ofSeed(9);
        double[] r = new double[2000];
        Arrays.setAll(r, i -> i < 20 ? 1e6 : 3 * random.nextGaussian());
        assertThat(RobustScale.ofResiduals(r, 4)).isCloseTo(3, within(0.2));
        assertThat(RobustScale.ofResiduals(new double[] {0, 0, 0, 1, 1}, 4)).isEqualTo(Descriptive.MAD_TO_SD);
        assertThatIllegalArgumentException().isThrownBy(() -> RobustScale.ofResiduals(new double[2], 2));
    }
}
