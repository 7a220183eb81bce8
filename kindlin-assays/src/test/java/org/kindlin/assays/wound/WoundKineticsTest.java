package org.kindlin.assays.wound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

/** Velocities and half-times of gaps drawn here. */
class WoundKineticsTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 200;
    private static final ImagePlane PLANE = ImagePlane.of(WIDTH, HEIGHT, new float[WIDTH * HEIGHT]);

    /** The upper half of the frame is open between these columns, the lower half too, but later by {@code lag}. */
    private static BitMask gap(double upperHalf, double lowerHalf) {
        float[] open = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            double half = y < HEIGHT / 2 ? upperHalf : lowerHalf;
            for (int x = 0; x < WIDTH; x++) {
                open[y * WIDTH + x] = Math.abs(x - 99.5) < half ? 1 : 0;
            }
        }
        return BitMask.above(open, WIDTH, HEIGHT, 0.5);
    }

    private static MeasuredFrame frame(BitMask open, double hours, int rim) {
        int area = open.count();
        return new MeasuredFrame(
                new WoundData.Frame("frame.tif", "frame", PLANE, OptionalDouble.of(hours)),
                Optional.of(open),
                area,
                area,
                area - rim,
                area + rim,
                0,
                List.of());
    }

    private static WoundKinetics kinetics(List<MeasuredFrame> frames) {
        return WoundKinetics.of(frames, gap(60, 60), OptionalDouble.of(2));
    }

    @Test
    void edgesThatMeetAtSomePlacesDoNotSlowTheOthers() {
        List<MeasuredFrame> frames = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            frames.add(frame(gap(Math.max(0, 50 - 10.0 * i), Math.max(0, 30 - 10.0 * i)), i, 100));
        }
        // 10 pixels of 2 um in an hour; the lower half is closed from the fourth frame on
        Uncertain velocity = kinetics(frames).velocity().orElseThrow();
        assertThat(velocity.value()).isCloseTo(20, within(1e-9));
        assertThat(velocity.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void edgesThatHaveMetInTheSecondFrameLeaveALowerLimit() {
        WoundKinetics kinetics = kinetics(List.of(frame(gap(50, 50), 0, 100), frame(gap(10, 0), 5, 20)));
        assertThat(kinetics.isAtLeast()).isTrue();
        assertThat(kinetics.velocity().orElseThrow().value()).isLessThan(20);
    }

    /** Half of the first area is reached when each edge has moved by 25 pixels. */
    @Test
    void halfTimeLiesBetweenItsFramesWithTheOutlinesError() {
        List<MeasuredFrame> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            frames.add(frame(gap(50 - 10.0 * i, 50 - 10.0 * i), i, 200 * (i + 1)));
        }
        Uncertain half = kinetics(frames).halfTime().orElseThrow();
        assertThat(half.value()).isCloseTo(2.5, within(1e-9));
        // limits: areas in units of 200 pixels: 99, 78, 57, 36 and 101, 82, 63, 44 fall to half of their first
        double low = 2 + (57 - 49.5) / 21;
        double high = 2 + (63 - 50.5) / 19;
        assertThat(half.halfWidth(0.95).orElseThrow())
                .isCloseTo(Distributions.normalQuantile(0.975) * (high - low) / 2 / 3, within(1e-9));
    }

    /** Areas that scatter about a straight course: the interval of the velocity holds the truth as often as it says. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        RandomStream random = RandomStream.ofSeed(8);
        double[] hours = {0, 4, 8, 12, 16, 20, 24};
        int held = 0;
        int films = 4000;
        for (int film = 0; film < films; film++) {
            double[] area = new double[hours.length];
            for (int i = 0; i < area.length; i++) {
                area[i] = 50_000 - 1500 * hours[i] + random.nextGaussian(0, 300);
            }
            AreaLine line = AreaLine.of(hours, area, area.length);
            Uncertain slope = new Uncertain(line.slope(), line.slopeError(), line.degreesOfFreedom(), 0);
            held += Math.abs(slope.value() + 1500) <= slope.halfWidth(0.95).orElseThrow() ? 1 : 0;
        }
        assertThat(held / (double) films).isBetween(0.94, 0.96);
    }

    @Test
    void lengthIsAlongTheGapHoweverItLies() {
        float[] lying = new float[WIDTH * HEIGHT];
        for (int y = 40; y < 60; y++) {
            for (int x = 0; x < WIDTH; x++) {
                lying[y * WIDTH + x] = 1;
            }
        }
        BitMask mask = BitMask.above(lying, WIDTH, HEIGHT, 0.5);
        GapLines lines = GapLines.of(mask);
        assertThat(lines.length()).isEqualTo(WIDTH);
        assertThat(lines.open(mask)).isEqualTo(WIDTH);
        assertThat(GapLines.of(gap(20, 20)).length()).isEqualTo(HEIGHT);
    }
}
