package org.kindlin.assays.wound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Half-times of courses written down here. */
class HalfTimeTest {

    /** A bent course, 40,000 (1 - t/20)^2 + 10,000 (1 - t/20), whose areas scatter. */
    @Test
    void intervalsOfABentCourseHoldTheTruthAsOftenAsTheySay() {
        RandomStream random = RandomStream.ofSeed(4);
        double[] hours = {0, 2, 4, 6, 8, 10, 12, 14, 16};
        int held = 0;
        int films = 4000;
        for (int film = 0; film < films; film++) {
            double[] area = new double[hours.length];
            for (int i = 0; i < area.length; i++) {
                area[i] = course(hours[i]) + random.nextGaussian(0, 300);
            }
            HalfTime half = HalfTime.of(hours, area, 2);
            Uncertain uncertain = new Uncertain(half.hours(), half.scatter(), half.degreesOfFreedom(), 0);
            held += Math.abs(half.hours() - 6.49219)
                            <= uncertain.halfWidth(0.95).orElseThrow()
                    ? 1
                    : 0;
        }
        assertThat(course(6.49219)).isCloseTo(25_000, within(1.0));
        assertThat(held / (double) films).isBetween(0.93, 0.97);
    }

    private static double course(double hours) {
        double left = 1 - hours / 20;
        return 40_000 * left * left + 10_000 * left;
    }

    /** What scatters about a parabola of three areas is not known. */
    @Test
    void threeFramesHaveNoScatter() {
        double[] hours = {0, 1, 2};
        double[] area = {100, 75, 25};
        HalfTime half = HalfTime.of(hours, area, 2);
        assertThat(half.hours()).isCloseTo(1.5, within(1e-12));
        assertThat(half.degreesOfFreedom()).isZero();
    }

    @Test
    void aWoundThatStaysOpenHasNone() {
        assertThat(HalfTime.hours(new double[] {0, 1}, new double[] {100, 51})).isEmpty();
    }
}
