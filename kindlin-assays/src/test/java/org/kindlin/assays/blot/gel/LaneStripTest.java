package org.kindlin.assays.blot.gel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.random.RandomStream;

/** Sums of slats against sums pixel by pixel. */
class LaneStripTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 61; // no multiple of the rows that are read at once

    private static BlotSignal noise() {
        RandomStream random = RandomStream.ofSeed(7);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextUniform(0, 60_000);
        }
        return new BlotSignal(WIDTH, HEIGHT, values, new boolean[0], Polarity.BRIGHT_BANDS);
    }

    /** Every pixel counts by the part of it that lies in the lane; beyond the picture there is nothing. */
    private static double sum(BlotSignal signal, int y, double from, double to) {
        double sum = 0;
        for (int x = 0; x < WIDTH; x++) {
            double part = Math.min(to, x + 0.5) - Math.max(from, x - 0.5);
            sum += Math.max(0, part) * signal.values()[y * WIDTH + x];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {44.3, 5.2, 86.9, -60, 160})
    void aLeaningLaneIsSummedRowByRow(double centre) {
        Lane lane = new Lane(
                1, new MiddleLine(new double[] {centre, 9.1, -3}, -0.5, 0.5), HEIGHT, 22.4, 3.3, new double[] {0, 0});
        double[] sums = LaneStrip.of(noise(), lane).sum(lane);
        for (int y = 0; y < HEIGHT; y++) {
            double expected = sum(noise(), y, lane.centreAt(y) - lane.reach(), lane.centreAt(y) + lane.reach());
            assertThat(sums[y]).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void partsMakeUpTheWidthBetweenTheMargins() {
        Lane lane = new Lane(1, new MiddleLine(new double[] {40, 2}, 0, 0), HEIGHT, 30, 4, new double[] {0, 0});
        LaneStrip strip = LaneStrip.of(noise(), lane);
        for (int y = 0; y < HEIGHT; y += 7) {
            double sum = 0;
            for (int part = 0; part < LaneStrip.PARTS; part++) {
                sum += strip.part(lane, part)[y];
            }
            assertThat(sum).isCloseTo(sum(noise(), y, lane.centreAt(y) - 15, lane.centreAt(y) + 15), within(1e-6));
        }
    }

    /** A band that drops by five rows along half of the lane comes out as thin as it is. */
    @Test
    void aBentBandIsSummedAlongItsBend() {
        Lane lane = new Lane(1, MiddleLine.upright(45), HEIGHT, 60, 0, new double[] {3, 5});
        float[] values = new float[WIDTH * HEIGHT];
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                double z = (y - 30 - lane.drop(x - 45.0)) / 2;
                values[y * WIDTH + x] = (float) Math.exp(-z * z / 2);
            }
        }
        BlotSignal signal = new BlotSignal(WIDTH, HEIGHT, values, new boolean[0], Polarity.BRIGHT_BANDS);
        Lane straight = lane.with(new double[] {0, 0});
        double[] sums = LaneStrip.of(signal, straight).along(signal, lane).sum(lane);
        for (int y = 20; y <= 40; y++) {
            double z = (y - 30) / 2.0;
            assertThat(sums[y]).isCloseTo(60 * Math.exp(-z * z / 2), within(1.6));
        }
        assertThat(LaneStrip.of(signal, straight).sum(lane)[30]).isLessThan(58);
    }
}
