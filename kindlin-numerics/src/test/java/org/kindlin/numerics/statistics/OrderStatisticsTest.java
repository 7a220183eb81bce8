package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.numerics.random.RandomStream;

class OrderStatisticsTest {

    @Test
    void everyRankIsWhereSortingPutsIt() {
        RandomStream random = RandomStream.ofSeed(3);
        for (int run = 0; run < 400; run++) {
            boolean tied = run % 2 == 0;
            int n = 1 + random.nextInt(300);
            int distinct = 1 + random.nextInt(50);
            double[] values = new double[n];
            Arrays.setAll(values, _ -> tied ? random.nextInt(distinct) : random.nextGaussian());
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int rank = random.nextInt(n);

            assertThat(OrderStatistics.select(values, 0, n, rank)).isEqualTo(sorted[rank]);
        }
    }

    /** Values in order, in waves, mostly equal, of two kinds: what a sample of them says may be of no use. */
    @Test
    void ranksOfManyValuesAreThoseOfSorting() {
        RandomStream random = RandomStream.ofSeed(4);
        for (int run = 0; run < 60; run++) {
            int n = 4000 + random.nextInt(30_000);
            double[] values = new double[n];
            int kind = run % 6;
            Arrays.setAll(values, i -> switch (kind) {
                case 0 -> random.nextGaussian();
                case 1 -> i;
                case 2 -> -i;
                case 3 -> random.nextInt(2);
                case 4 -> random.nextInt(20) == 0 ? random.nextGaussian() : 7;
                default -> i % 211;
            });
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int rank = run < 6 ? 0 : run < 12 ? n - 1 : random.nextInt(n);

            assertThat(OrderStatistics.select(values, 0, n, rank)).isEqualTo(sorted[rank]);
            assertThat(Arrays.stream(values, 0, rank).max().orElse(sorted[rank]))
                    .isLessThanOrEqualTo(sorted[rank]);
            OrderStatistics.Median median = OrderStatistics.median(values, n - 1, 0.95);
            double[] fewer = Arrays.copyOf(values, n - 1);
            Arrays.sort(fewer);
            assertThat(median.value()).isEqualTo((fewer[(n - 1) / 2] + fewer[(n - 2) / 2]) / 2);
            assertThat(median.low()).isLessThanOrEqualTo(median.value());
            assertThat(Arrays.binarySearch(fewer, median.high())).isNotNegative();
        }
    }

    /** Ranks from {@code scipy.stats.binom.cdf}. */
    @ParameterizedTest
    @CsvSource({"6, 1", "25, 8", "1000, 469"})
    void limitsAreTheOrderStatisticsOfBinomialRanks(int n, int rank) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> n - i);

        OrderStatistics.Median median = OrderStatistics.median(values, 0.95);

        assertThat(median.value()).isEqualTo((n + 1) / 2.0);
        assertThat(median.low()).isEqualTo(rank);
        assertThat(median.high()).isEqualTo(n + 1 - rank);
    }

    @Test
    void fiveValuesHaveNoLimits() {
        OrderStatistics.Median median = OrderStatistics.median(new double[] {5, 1, 3, 2, 4}, 0.95);

        assertThat(median.value()).isEqualTo(3);
        assertThat(median.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(median.high()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Ranks from {@code scipy.stats.binom}, SciPy 1.15: value, low, high; 0 and n + 1 stand for none. */
    @ParameterizedTest
    @CsvSource({"2000, 0.995, 1991, 1983, 1997", "300, 0.995, 299, 296, 301", "1000, 0.9, 901, 881, 919"})
    void theIntervalOfAQuantileIsBetweenTheRanksOfSciPy(int n, double p, int value, int low, int high) {
        double[] ranks =
                IntStream.rangeClosed(1, n).map(i -> n + 1 - i).asDoubleStream().toArray();

        OrderStatistics.Quantile quantile = OrderStatistics.quantile(ranks, p, 0.95);

        assertThat(quantile.value()).isEqualTo(value);
        assertThat(quantile.low()).isEqualTo(low);
        assertThat(quantile.high()).isEqualTo(high > n ? Double.POSITIVE_INFINITY : high);
    }
}
