package org.kindlin.numerics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/**
 * Cumulative incidence with delayed entry. The expected values are the product of transition matrices I + dA (Aalen and Johansen
 * 1978), worked out with NumPy; they agree to 1e-15.
 */
class DelayedIncidenceTest {
    private static final double[] ENTRY = {
        0.0, 0.9, 0.5, 0.0, 0.5, 0.1, 0.0, 0.2, 4.4, 0.0, 11.0, 0.2, 0.0, 0.0, 1.7, 0.0, 1.3, 1.0, 0.0, 0.3, 0.2, 0.0,
        6.3, 1.2
    };
    private static final double[] TIME = {
        7.5, 7.8, 9.0, 1.9, 0.9, 8.1, 1.2, 0.6, 14.6, 11.2, 25.8, 4.7, 10.2, 6.1, 2.9, 1.5, 6.3, 7.1, 1.2, 2.4, 2.8,
        4.8, 11.9, 3.0
    };
    private static final int[] CAUSE = {1, 1, 1, 2, 2, 0, 2, 2, 2, 0, 0, 1, 2, 1, 1, 2, 0, 0, 2, 1, 2, 2, 0, 1};
    private static final CompetingSample SAMPLE = new CompetingSample(ENTRY, TIME, CAUSE);

    @Test
    void incidenceIsTheProductOfTransitionMatrices() {
        CumulativeIncidence first = CumulativeIncidence.of(SAMPLE, 1);
        CumulativeIncidence second = CumulativeIncidence.of(SAMPLE, 2);
        assertThat(first.at(3)).isCloseTo(0.13458251953125, within(1e-14));
        assertThat(first.at(7.8)).isCloseTo(0.3093528747558594, within(1e-14));
        assertThat(first.at(20)).isCloseTo(0.3648681640625, within(1e-14));
        assertThat(second.at(20)).isCloseTo(0.5518589019775391, within(1e-14));
        assertThat(first.atRisk()[0]).isEqualTo(16);
    }

    @Test
    void incidencesAndSurvivalAddUpToOne() {
        boolean[] any = new boolean[TIME.length];
        for (int i = 0; i < any.length; i++) {
            any[i] = CAUSE[i] != 0;
        }
        SurvivalCurve survival = KaplanMeier.of(new SurvivalSample(ENTRY, TIME, any));
        CumulativeIncidence first = CumulativeIncidence.of(SAMPLE, 1);
        CumulativeIncidence second = CumulativeIncidence.of(SAMPLE, 2);
        for (double t : TIME) {
            assertThat(first.at(t) + second.at(t) + survival.at(t)).isCloseTo(1, within(1e-13));
        }
    }

    /** Hazards 0.08 and 0.05 per day, half of the subjects entering over 6 days: the estimate is unbiased and its error is right to 10 %. */
    @Test
    void estimateAndErrorHoldInSimulation() {
        int studies = 500;
        double[] found = new double[studies];
        double errors = 0;
        for (int s = 0; s < studies; s++) {
            CumulativeIncidence curve =
                    CumulativeIncidence.of(draw(100, RandomStream.ofSeed(6).child(s)), 1);
            found[s] = curve.at(15);
            errors += Math.sqrt(curve.varianceAt(15)) / studies;
        }
        double mean = Arrays.stream(found).average().orElseThrow();
        double variance = Arrays.stream(found).map(f -> (f - mean) * (f - mean)).sum() / (studies - 1);
        double truth = 0.08 / 0.13 * (1 - Math.exp(-0.13 * 15));
        assertThat(mean).isCloseTo(truth, within(0.012)); // four standard errors
        assertThat(errors / Math.sqrt(variance)).isBetween(0.9, 1.1);
    }

    private static CompetingSample draw(int n, RandomStream random) {
        double[] entry = new double[n];
        double[] time = new double[n];
        int[] cause = new int[n];
        for (int i = 0; i < n; i++) {
            do {
                double first = random.nextExponential() / 0.08;
                double second = random.nextExponential() / 0.05;
                entry[i] = i % 2 == 0 ? 0 : random.nextUniform(0, 6);
                time[i] = Math.min(Math.min(first, second), 25);
                cause[i] = time[i] == 25 ? 0 : first < second ? 1 : 2;
            } while (time[i] <= entry[i]);
        }
        return new CompetingSample(entry, time, cause);
    }
}
