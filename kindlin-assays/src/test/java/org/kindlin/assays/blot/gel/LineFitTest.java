package org.kindlin.assays.blot.gel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The middle of a lane through the slices in which it was seen. */
class LineFitTest {
    private static final double END = 0.15; // the lane shows nothing below

    private static double bowed(double t) {
        return 200 + 12 * (1 - 4 * t * t);
    }

    private static LineFit slices() {
        LineFit fit = new LineFit();
        for (double t = -0.45; t <= END + 1e-9; t += 0.05) {
            fit.add(t, bowed(t), 1 - 0.7 * (t + 0.45));
        }
        return fit;
    }

    @Test
    void aLaneFollowsItsBendWhereItIsSeenAndRunsStraightOnBeyond() {
        MiddleLine line = slices().line(0, 0, 1);
        for (double t = -0.45; t <= END; t += 0.01) {
            assertThat(line.at(t)).isCloseTo(bowed(t), within(1e-6));
        }
        double slope = -2 * 4 * 12 * END;
        assertThat(line.at(0.5)).isCloseTo(bowed(END) + slope * (0.5 - END), within(1e-6));
    }

    /** Dust far below the last band, a twentieth as strong: one slice there would bend the whole lane. */
    @Test
    void aSliceThatShowsSomethingElseDoesNotBendTheLane() {
        LineFit fit = slices();
        fit.add(0.3, bowed(0.3) - 22, 0.066);
        MiddleLine clean = slices().line(0, 0, 1);
        MiddleLine line = fit.line(0, 0, 1);
        for (double t = -0.5; t <= 0.5; t += 0.05) {
            assertThat(line.at(t)).isCloseTo(clean.at(t), within(1e-6));
        }
    }

    @Test
    void aKnownLeanStaysWhereOneSliceIsSeen() {
        LineFit fit = new LineFit();
        fit.add(0.1, 80, 1);
        assertThat(fit.line(0, 30, 1).at(-0.4)).isCloseTo(80 - 0.5 * 30, within(1e-9));
    }

    @Test
    void aLaneBetweenTwoLiesBetweenThem() {
        MiddleLine left = new MiddleLine(new double[] {40, 8, -12}, -0.3, 0.2);
        MiddleLine right = new MiddleLine(new double[] {100, 4}, -0.3, 0.2);
        MiddleLine third = MiddleLine.between(left, right, 1 / 3.0);
        for (double t = -0.5; t <= 0.5; t += 0.1) {
            assertThat(third.at(t)).isCloseTo(left.at(t) * 2 / 3 + right.at(t) / 3, within(1e-9));
        }
    }
}
