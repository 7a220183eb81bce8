package org.kindlin.numerics.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

class BinnedMixtureTest {
    private static final int BINS = 120;

    /** Two normal peaks at -1 and the first parameter, with the exponential of the second as common deviation. */
    private static final ComponentShapes TWO_PEAKS = new ComponentShapes() {
        @Override
        public int components() {
            return 2;
        }

        @Override
        public int bins() {
            return BINS;
        }

        @Override
        public void chances(double[] shape, double[][] chances) {
            double[] centre = {-1, shape[0]};
            double sd = StrictMath.exp(shape[1]);
            for (int g = 0; g < 2; g++) {
                for (int b = 0; b < BINS; b++) {
                    chances[g][b] = NormalTable.below((edge(b + 1) - centre[g]) / sd)
                            - NormalTable.below((edge(b) - centre[g]) / sd);
                }
            }
        }
    };

    private static final ShapeLimits LIMITS = new ShapeLimits(new double[] {-0.5, -3}, new double[] {3, 1});

    private static double edge(int b) {
        return -6 + 12.0 * b / BINS;
    }

    private static double[] expected(double first, double second, double... shape) {
        double[][] chances = new double[2][BINS];
        TWO_PEAKS.chances(shape, chances);
        double[] counts = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            counts[b] = first * chances[0][b] + second * chances[1][b];
        }
        return counts;
    }

    @Test
    void findsWhatExpectedCountsWereMadeFrom() {
        MixtureFit fit = BinnedMixture.fit(
                expected(3000, 1000, 1.2, StrictMath.log(0.7)), TWO_PEAKS, LIMITS, new double[] {0.3, 0});
        assertThat(fit.settled()).isTrue();
        assertThat(fit.expected()).containsExactly(new double[] {3000, 1000}, within(1e-3));
        assertThat(fit.shape()[0]).isCloseTo(1.2, within(1e-6));
        assertThat(fit.shape()[1]).isCloseTo(StrictMath.log(0.7), within(1e-6));
        assertThat(fit.deviance()).isCloseTo(0, within(1e-6));
        assertThat(fit.freeParameters()).isEqualTo(4);
    }

    @Test
    void errorsAreThoseOfRepeatedExperiments() {
        double[] mean = expected(600, 400, 1.0, StrictMath.log(0.8));
        RandomStream random = RandomStream.ofSeed(5);
        int repeats = 400;
        double[] numbers = new double[repeats];
        double stated = 0;
        for (int r = 0; r < repeats; r++) {
            double[] counts =
                    Arrays.stream(mean).map(m -> random.nextPoisson(m)).toArray();
            MixtureFit fit = BinnedMixture.fit(counts, TWO_PEAKS, LIMITS, new double[] {0.8, 0});
            numbers[r] = fit.expected()[1];
            stated += Math.sqrt(fit.covariance()[1][1]) / repeats;
            assertThat(Arrays.stream(fit.expected()).sum())
                    .isCloseTo(Arrays.stream(counts).sum(), within(0.05));
        }
        double average = Arrays.stream(numbers).average().orElseThrow();
        double sd = Math.sqrt(
                Arrays.stream(numbers).map(x -> (x - average) * (x - average)).sum() / (repeats - 1));
        assertThat(stated / sd).isBetween(0.9, 1.1);
        assertThat(average).isCloseTo(400, within(4 * sd / Math.sqrt(repeats)));
    }

    @Test
    void componentThatIsNotThereGetsNothing() {
        MixtureFit fit =
                BinnedMixture.fit(expected(1000, 0, 2, StrictMath.log(0.5)), TWO_PEAKS, LIMITS, new double[] {2, -0.5});
        assertThat(fit.expected()[0]).isCloseTo(1000, within(0.1));
        assertThat(fit.expected()[1]).isCloseTo(0, within(0.1));
    }

    @Test
    void limitsHold() {
        MixtureFit fit = BinnedMixture.fit(
                expected(500, 500, 2.5, StrictMath.log(0.5)),
                TWO_PEAKS,
                new ShapeLimits(new double[] {0, -0.7}, new double[] {2, -0.7}),
                new double[] {0.5, 0});
        assertThat(fit.shape()[0]).isEqualTo(2);
        assertThat(fit.shape()[1]).isEqualTo(-0.7);
        assertThat(fit.atLimit()[2]).isTrue();
        assertThat(fit.covariance()[3][3]).isZero();
    }

    @Test
    void refitStaysAtTheOptimum() {
        double[] counts = expected(300, 700, 0.8, StrictMath.log(0.6));
        MixtureFit first = BinnedMixture.fit(counts, TWO_PEAKS, LIMITS, new double[] {0.3, 0});
        MixtureFit again = BinnedMixture.refit(counts, TWO_PEAKS, LIMITS, first);
        assertThat(again.expected()[0]).isCloseTo(first.expected()[0], within(1e-3));
    }

    @Test
    void moreEventsThanTheBestNumberCostLikelihood() {
        double[] counts = expected(900, 100, 1.5, StrictMath.log(0.5));
        MixtureFit best = BinnedMixture.fit(counts, TWO_PEAKS, LIMITS, new double[] {1, -0.5});
        MixtureFit more = BinnedMixture.refitWithAtLeast(130, 1, counts, TWO_PEAKS, LIMITS, best);
        assertThat(more.expected()[1]).isEqualTo(130);
        double z = 30 / Math.sqrt(best.covariance()[1][1]);
        assertThat(best.logLikelihood() - more.logLikelihood()).isCloseTo(z * z / 2, within(0.15 * z * z));
        MixtureFit fewer = BinnedMixture.refitWithAtLeast(50, 1, counts, TWO_PEAKS, LIMITS, best);
        assertThat(fewer.expected()[1]).isCloseTo(best.expected()[1], within(1e-3));
    }

    @Test
    void limitsInDisorderAreRefused() {
        assertThatThrownBy(() -> new ShapeLimits(new double[] {1}, new double[] {0}))
                .hasMessageContaining("parameter 0");
    }

    @Test
    void tableIsTheNormalDistribution() {
        RandomStream random = RandomStream.ofSeed(1);
        for (int i = 0; i < 20_000; i++) {
            double z = random.nextUniform(-10, 10);
            assertThat(NormalTable.below(z)).isCloseTo(Distributions.normalUpperTail(-z), within(1e-11));
        }
    }
}
