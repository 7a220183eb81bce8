package org.kindlin.numerics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Gray's test where subjects enter late. */
class GrayDelayedTest {
    private static final int STUDIES = 2000;
    private static final int SUBJECTS = 160;

    @Test
    void entryAtTheOriginIsNoDelay() {
        double[] time = {3, 1, 4, 1.5, 5, 9, 2.6, 5.3, 5.8, 9.7};
        int[] cause = {1, 2, 1, 1, 0, 2, 1, 0, 1, 2};
        int[] arm = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        assertThat(GrayTest.of(new CompetingSample(new double[10], time, cause), arm, 2, 1)
                        .chiSquared())
                .isCloseTo(
                        GrayTest.of(new CompetingSample(time, cause), arm, 2, 1).chiSquared(), within(1e-13));
    }

    /**
     * Two arms of one incidence, entered at different times in each: where entry is not counted as it should be, arms that are seen
     * later look as if they had fewer events. 2,000 studies: chi-squared has mean 1, 5 % lie above 3.84 (standard error 0.5 points).
     */
    @Test
    void holdsItsSizeWhateverTheEntry() {
        RandomStream random = RandomStream.ofSeed(11);
        double sum = 0;
        int above = 0;
        int tested = 0;
        for (int study = 0; study < STUDIES; study++) {
            double[] entry = new double[SUBJECTS];
            double[] time = new double[SUBJECTS];
            int[] cause = new int[SUBJECTS];
            int[] arm = new int[SUBJECTS];
            for (int i = 0; i < SUBJECTS; ) {
                arm[i] = i % 2;
                // some are seen from the start on, so that no risk set is empty early
                entry[i] = random.nextOpenDouble() < 0.4 ? 0 : random.nextOpenDouble() * (arm[i] == 0 ? 0.5 : 1.2);
                double event = -Math.log(random.nextOpenDouble());
                boolean isOwn = random.nextOpenDouble() < 0.55;
                double censored = entry[i] + 0.3 - 2 * Math.log(random.nextOpenDouble());
                time[i] = Math.min(event, censored);
                cause[i] = event > censored ? 0 : isOwn ? 1 : 2;
                i += time[i] > entry[i] ? 1 : 0; // else it is never seen, and another takes its place
            }
            GrayTest.Outcome outcome = GrayTest.of(new CompetingSample(entry, time, cause), arm, 2, 1);
            sum += outcome.chiSquared();
            above += outcome.chiSquared() > 3.841459 ? 1 : 0;
            tested++;
        }
        assertThat(sum / tested).isBetween(0.9, 1.1);
        assertThat((double) above / tested).isBetween(0.035, 0.065);
    }

    @Test
    void anArmThatEmptiesIsRefused() {
        double[] entry = {0, 0, 2, 2, 0, 0};
        double[] time = {1, 1, 3, 4, 3.5, 5};
        int[] cause = {1, 1, 1, 2, 1, 2};
        int[] arm = {0, 0, 0, 0, 1, 1};
        assertThatThrownBy(() -> GrayTest.of(new CompetingSample(entry, time, cause), arm, 2, 1))
                .isInstanceOf(ArithmeticException.class);
    }
}
