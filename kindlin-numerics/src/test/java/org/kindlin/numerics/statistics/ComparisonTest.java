package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.LogRatio.LogEstimate;

class ComparisonTest {
    @Test
    void zPrimeOfControlsMatchesItsDefinition() {
        double[] high = {99, 101};
        double[] low = {9, 11};
        double sd = Math.sqrt(2);
        assertThat(SeparationFactor.zPrime(high, low).orElseThrow()).isCloseTo(1 - 6 * sd / 90, within(1e-15));
        assertThat(SeparationFactor.robustZPrime(high, low).orElseThrow())
                .isCloseTo(1 - 6 * Descriptive.MAD_TO_SD / 90, within(1e-15));
        assertThat(SeparationFactor.zPrime(high, high)).isEmpty();
        assertThat(SeparationFactor.zPrime(high, new double[] {1})).isEmpty();
        assertThat(SeparationFactor.robustZPrime(new double[0], low)).isEmpty();
    }

    @Test
    void zPrimeIgnoresUnitAndOffset() {
        RandomStream random = RandomStream.ofSeed(8);
        double[] high = random.doubles(16, 90, 110).toArray();
        double[] low = random.doubles(16, 0, 10).toArray();
        double[] scaledHigh = Arrays.stream(high).map(v -> 7 - 1000 * v).toArray();
        double[] scaledLow = Arrays.stream(low).map(v -> 7 - 1000 * v).toArray();
        assertThat(SeparationFactor.zPrime(scaledHigh, scaledLow).orElseThrow())
                .isCloseTo(SeparationFactor.zPrime(low, high).orElseThrow(), within(1e-12));
    }

    /** Two group means against one: the extra-sum-of-squares F is the square of Student's two-sample t. */
    @Test
    void extraSumOfSquaresIsTheSquaredTTest() {
        double[] a = {1, 2, 3, 4};
        double[] b = {3, 4, 5, 6};
        double full = Descriptive.sumOfSquaresAboutMean(a) + Descriptive.sumOfSquaresAboutMean(b);
        double nested = Descriptive.sumOfSquaresAboutMean(1, 2, 3, 4, 3, 4, 5, 6);
        FTest test = FTest.extraSumOfSquares(nested, 7, full, 6).orElseThrow();
        double t = 2 / Math.sqrt(full / 6 * (0.25 + 0.25));
        assertThat(test.statistic()).isCloseTo(t * t, within(1e-12));
        assertThat(test.p()).isCloseTo(Distributions.studentTwoSided(t, 6), within(1e-12));
        assertThat(test.df1()).isEqualTo(1);
        assertThat(test.df2()).isEqualTo(6);
        assertThat(FTest.extraSumOfSquares(1, 7, 0, 6)).isEmpty();
        assertThat(FTest.extraSumOfSquares(1, 6, 1, 6)).isEmpty();
        assertThat(FTest.extraSumOfSquares(1, 7, 1 + 1e-15, 6).orElseThrow().p())
                .isEqualTo(1);
    }

    /** Draper and Smith's split by hand: y at x = 1, 2, 3 in pairs, straight line. */
    @Test
    void lackOfFitSplitsTheResidualSum() {
        double[] x = {1, 1, 2, 2, 3, 3, -0.0, 0.0};
        double[] y = {1, 3, 5, 7, 1, 3, 2, 2};
        FTest test = FTest.lackOfFit(x, y, 30, 2).orElseThrow();
        assertThat(test).isEqualTo(new FTest(8, 2, 4, test.p()));
        assertThat(test.p()).isCloseTo(Math.pow(1 + 2 * 8 / 4.0, -2), within(1e-14));
        assertThat(FTest.lackOfFit(new double[] {1, 2, 3}, new double[] {1, 2, 4}, 1, 2))
                .isEmpty();
    }

    @Test
    void aiccCountsTheVariance() {
        double expected = 20 * Math.log(4.0 / 20) + 10 + 60.0 / 14;
        assertThat(InformationCriterion.aicc(4, 20, 4).orElseThrow()).isCloseTo(expected, within(1e-12));
        assertThat(InformationCriterion.aicc(4, 6, 4)).isEmpty();
        assertThat(InformationCriterion.aicc(0, 20, 4)).isEmpty();
        assertThat(InformationCriterion.weight(3, 3)).isEqualTo(0.5);
        assertThat(InformationCriterion.weight(0, 2)).isCloseTo(0.7310585786300049, within(1e-15));
    }

    @Test
    void fiellersSetIsWhereTheTestDoesNotReject() {
        RandomStream random = RandomStream.ofSeed(6);
        for (int round = 0; round < 500; round++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double va = random.nextDouble();
            double vb = random.nextDouble();
            double covariance = (2 * random.nextDouble() - 1) * Math.sqrt(va * vb);
            RatioInterval set = RatioInterval.fieller(a, b, va, vb, covariance, 1.5);
            for (double rho = -5; rho <= 5; rho += 0.37) {
                double z = a - rho * b;
                boolean kept = z * z <= 2.25 * (va - 2 * rho * covariance + rho * rho * vb);
                assertThat(contains(set, rho)).isEqualTo(kept);
            }
        }
    }

    private static boolean contains(RatioInterval set, double ratio) {
        return switch (set) {
            case RatioInterval.Bounded(double low, double high) -> low <= ratio && ratio <= high;
            case RatioInterval.Exterior(double low, double high) -> ratio <= low || high <= ratio;
            case RatioInterval.Everything() -> true;
        };
    }

    @Test
    void logRatioUsesWelchDegrees() {
        LogEstimate a = LogEstimate.ofLog10(-9, 0.03, 26);
        LogEstimate b = LogEstimate.ofLog10(-8, 0.03, 26);
        LogRatio ratio = LogRatio.of(a, b, 0.95);
        assertThat(ratio.ratio()).isCloseTo(0.1, within(1e-15));
        assertThat(ratio.df()).isCloseTo(52, within(1e-9));
        double half = Distributions.studentQuantile(0.975, 52) * 0.03 * Math.sqrt(2);
        assertThat(ratio.low()).isCloseTo(Math.pow(10, -1 - half), within(1e-12));
        assertThat(ratio.high()).isCloseTo(Math.pow(10, -1 + half), within(1e-12));
        LogEstimate known = new LogEstimate(0, 1, Double.POSITIVE_INFINITY);
        assertThat(LogRatio.of(known, known, 0.95).df()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatIllegalArgumentException().isThrownBy(() -> new LogEstimate(0, 0, 1));
    }
}
