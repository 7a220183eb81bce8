package org.kindlin.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.statistics.Distributions;

class RandomStreamTest {
    private static final int DRAWS = 100_000;

    @Test
    void theSameNamesGiveTheSameNumbers() {
        RandomStream one = RandomStream.ofSeed(7).child("plate").child(3);
        RandomStream parent = RandomStream.ofSeed(7);
        parent.nextLong();
        RandomStream other = parent.child("plate").child(3);
        assertThat(one.longs(100).toArray()).isEqualTo(other.longs(100).toArray());
    }

    @Test
    void threadsDoNotChangeTheNumbers() {
        RandomStream root = RandomStream.ofSeed(1);
        double[] serial = IntStream.range(0, 1000)
                .mapToDouble(i -> root.child(i).nextGaussian())
                .toArray();
        double[] parallel = IntStream.range(0, 1000)
                .parallel()
                .mapToDouble(i -> root.child(i).nextGaussian())
                .toArray();
        assertThat(parallel).isEqualTo(serial);
    }

    @Test
    void differentNamesGiveDifferentStreams() {
        Set<Long> first = new HashSet<>();
        RandomStream root = RandomStream.ofSeed(0);
        for (int i = 0; i < 1000; i++) {
            first.add(root.child(i).nextLong());
            first.add(root.child(Integer.toString(i)).nextLong());
            first.add(root.child("well " + i).nextLong());
            first.add(RandomStream.ofSeed(i).nextLong());
        }
        assertThat(first).hasSize(4000);
    }

    @Test
    void uniformNumbersFillTheIntervalEvenly() {
        RandomStream stream = RandomStream.ofSeed(11);
        int[] count = new int[100];
        for (int i = 0; i < DRAWS; i++) {
            count[(int) (100 * stream.nextDouble())]++;
        }
        double chi = Arrays.stream(count)
                .mapToDouble(c -> (c - DRAWS / 100.0) * (c - DRAWS / 100.0) / (DRAWS / 100.0))
                .sum();
        assertThat(Distributions.chiSquaredUpperTail(chi, 99)).isBetween(1e-4, 1 - 1e-4);
        assertThat(stream.nextUniform(3, 4)).isBetween(3.0, 4.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1 << 30, Integer.MAX_VALUE})
    void boundedNumbersStayBelowTheirBound(int bound) {
        RandomStream stream = RandomStream.ofSeed(bound);
        double mean = IntStream.range(0, DRAWS)
                .mapToDouble(i -> {
                    int draw = stream.nextInt(bound);
                    assertThat(draw).isBetween(0, bound - 1);
                    return draw;
                })
                .average()
                .orElseThrow();
        assertThat(mean / bound).isCloseTo((bound - 1.0) / 2 / bound, within(5 / Math.sqrt(12.0 * DRAWS)));
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextInt(0));
    }

    @Test
    void continuousLawsHaveTheirQuantiles() {
        checkMedianAndQuartile(s -> s.nextGaussian(5, 2), 5, 5 + 2 * Distributions.normalQuantile(0.75));
        checkMedianAndQuartile(s -> s.nextLogNormal(3, 0.5), 3, 3 * Math.exp(0.5 * Distributions.normalQuantile(0.75)));
        checkMedianAndQuartile(RandomStream::nextExponential, Math.log(2), Math.log(4));
    }

    private static void checkMedianAndQuartile(ToDoubleFunction<RandomStream> draw, double median, double quartile) {
        RandomStream stream = RandomStream.ofSeed(5);
        double[] x = new double[DRAWS];
        Arrays.setAll(x, i -> draw.applyAsDouble(stream));
        assertThat(Arrays.stream(x).filter(v -> v < median).count() / (double) DRAWS)
                .isCloseTo(0.5, within(0.007));
        assertThat(Arrays.stream(x).filter(v -> v < quartile).count() / (double) DRAWS)
                .isCloseTo(0.75, within(0.006));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 9.9, 10, 30, 1000})
    void poissonCountsFollowTheirLaw(double mean) {
        PoissonDistribution law = new PoissonDistribution(mean);
        RandomStream stream = RandomStream.ofSeed(17);
        long[] draws = IntStream.range(0, DRAWS)
                .mapToLong(i -> stream.nextPoisson(mean))
                .sorted()
                .toArray();
        // Kolmogorov's distance of a sample of this size exceeds 1.95/sqrt(n) with probability below 0.001.
        double furthest = 0;
        for (int i = 0; i < DRAWS; i++) {
            if (i + 1 == DRAWS || draws[i + 1] != draws[i]) {
                double cumulative = law.cumulativeProbability((int) draws[i]);
                furthest = Math.max(furthest, Math.abs((i + 1.0) / DRAWS - cumulative));
            }
        }
        assertThat(furthest).isLessThan(1.95 / Math.sqrt(DRAWS));
    }

    @Test
    void poissonTakesExtremeMeans() {
        RandomStream stream = RandomStream.ofSeed(2);
        assertThat(stream.nextPoisson(0)).isZero();
        double mean = 0x1.0p50;
        assertThat((stream.nextPoisson(mean) - mean) / Math.sqrt(mean)).isBetween(-6.0, 6.0);
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> stream.nextPoisson(bad));
        }
    }

    @Test
    void permutationsAreUniform() {
        RandomStream stream = RandomStream.ofSeed(3);
        int[] first = new int[4];
        for (int i = 0; i < 40_000; i++) {
            int[] order = stream.nextPermutation(4);
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
            first[order[0]]++;
        }
        for (int count : first) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }

    @Test
    void normalQuantileInvertsTheTail() {
        for (double p = 1e-300; p < 0.5; p *= 1.7) {
            double z = NormalQuantile.of(p);
            assertThat(Distributions.normalUpperTail(-z)).isCloseTo(p, within(2e-13 * p * Math.max(1, z * z)));
            if (p > 1e-3) {
                assertThat(NormalQuantile.of(1 - p)).isCloseTo(-z, within(1e-13));
            }
        }
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalQuantile.of(1));
    }
}
