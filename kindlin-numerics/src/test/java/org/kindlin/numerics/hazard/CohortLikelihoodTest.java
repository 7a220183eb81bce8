package org.kindlin.numerics.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.SurvivalSample;

/** The two sweeps are one likelihood: by columns in two passes, and from risk set to risk set. */
class CohortLikelihoodTest {
    @ParameterizedTest
    @EnumSource(
            value = Ties.class,
            names = {"EFRON", "BRESLOW"})
    void bothSweepsAgree(Ties ties) {
        RandomStream random = RandomStream.ofSeed(11);
        for (int repeat = 0; repeat < 30; repeat++) {
            int rows = 1 + (int) (random.nextDouble() * (repeat < 25 ? 60 : 5000));
            int days = repeat % 3 == 0 ? 5 : repeat % 3 == 1 ? 200 : Integer.MAX_VALUE;
            double[] time = IntStream.range(0, rows)
                    .mapToDouble(i -> Math.floor(days * random.nextDouble()))
                    .toArray();
            boolean[] event = new boolean[rows];
            double[][] x = new double[3][rows];
            int[] stratum = new int[repeat % 2 == 0 ? 0 : rows];
            for (int i = 0; i < rows; i++) {
                event[i] = random.nextDouble() < 0.6;
                for (double[] column : x) {
                    column[i] = random.nextGaussian();
                }
                if (stratum.length > 0) {
                    stratum[i] = (int) (4 * random.nextDouble());
                }
            }
            RiskSets sets = new RiskSets(new CoxData(SurvivalSample.of(time, event), x, stratum));
            CohortLikelihood cohort = CohortLikelihood.of(sets, ties);
            for (double[] beta : new double[][] {{0, 0, 0}, {0.5, -2, 1}}) {
                same(cohort.at(beta), RiskSetLikelihood.at(beta, sets, ties), rows);
            }
        }
    }

    private static void same(PartialLikelihood actual, PartialLikelihood expected, int rows) {
        double slack = 1e-11 * rows;
        assertThat(actual.logLikelihood()).isCloseTo(expected.logLikelihood(), within(slack));
        assertThat(actual.score()).containsExactly(expected.score(), within(slack));
        assertThat(actual.information()).containsExactly(expected.information(), within(slack));
    }

    @Test
    void productOfManyFactorsNeitherOverflowsNorVanishes() {
        LogProduct product = new LogProduct();
        double sum = 0;
        for (double factor : new double[] {1e-250, 3e90, 7e95, 1e250, 2e-99, 5e-98, 4}) {
            product.multiply(factor);
            sum += Math.log(factor);
        }
        assertThat(product.log()).isCloseTo(sum, within(1e-10));
    }
}
