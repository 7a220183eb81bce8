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
                area - rim,
                area + rim,
                0,
                0,
                List.of());
    }

    private static WoundKinetics kinetics(List<MeasuredFrame> frames) {
        return WoundKinetics.of(frames, gap(60, 60), GapLines.of(gap(60, 60)), 3, OptionalDouble.of(2));
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

    /** In a gap of 40 pixels slits of 1.8 pixels are 4.5 % of the area; in one of 100 pixels they do not matter. */
    @Test
    void aNarrowGapIsToldOf() {
        WoundKinetics narrow = kinetics(List.of(frame(gap(20, 20), 0, 0), frame(gap(5, 5), 3, 0)));
        assertThat(narrow.hidden()).isCloseTo(0.045, within(0.001));
        WoundKinetics wide = kinetics(List.of(frame(gap(50, 50), 0, 0), frame(gap(20, 20), 3, 0)));
        assertThat(wide.hidden()).isLessThan(WoundKinetics.NARROW);
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

    /**
     * Cells that the edges reach and pass, each for five hours: intervals for independent errors hold the truth too rarely, those for
     * errors that last do not.
     */
    @Test
    void errorsThatLastAreInTheInterval() {
        RandomStream random = RandomStream.ofSeed(9);
        double[] hours = {0, 2, 4, 6, 8, 10, 12};
        int held = 0;
        int heldAsIndependent = 0;
        int films = 3000;
        for (int film = 0; film < films; film++) {
            double[] area = new double[hours.length];
            for (int i = 0; i < area.length; i++) {
                area[i] = 50_000 - 1500 * hours[i] + random.nextGaussian(0, 50);
            }
            for (int cell = 0; cell < 8; cell++) {
                double reached = random.nextUniform(-5, 12);
                for (int i = 0; i < area.length; i++) {
                    area[i] -= hours[i] >= reached && hours[i] < reached + 5 ? 200 : 0;
                }
            }
            held += holds(AreaLine.of(hours, area, area.length, 5)) ? 1 : 0;
            heldAsIndependent += holds(AreaLine.of(hours, area, area.length)) ? 1 : 0;
        }
        assertThat(held / (double) films).isBetween(0.92, 0.97);
        assertThat(heldAsIndependent / (double) films).isLessThan(0.88);
    }

    private static boolean holds(AreaLine line) {
        Uncertain slope = new Uncertain(line.slope(), line.slopeError(), line.degreesOfFreedom(), 0);
        return Math.abs(slope.value() + 1500) <= slope.halfWidth(0.95).orElseThrow();
    }

    /** Generalised least squares by numpy: inv(X' R^-1 X) X' R^-1 y, R = 0.2 I + 0.8 max(0, 1 - |t - u| / 5). */
    @Test
    void slopeUnderLastingErrorsAsByNumpy() {
        double[] hours = {0, 1.5, 4, 6, 9};
        double[] area = {100, 91, 70, 58, 33};
        AreaLine line = AreaLine.of(hours, area, 5, 5);
        assertThat(line.slope()).isCloseTo(-7.509595610970, within(1e-9));
        assertThat(line.slopeError()).isCloseTo(0.418299487467, within(1e-9));
    }

    /** A cell of radius 5.3 that an edge has reached hangs on the sheet, and is gap all the same. */
    @Test
    void aCellThatAnEdgeHasReachedStaysGap() {
        BitMask away = withCell(gap(40, 40), 100);
        BitMask reached = withCell(gap(40, 40), 136);
        BitMask region = gap(60, 60);
        LooseCells loose = LooseCells.of(List.of(frame(away, 0, 0), frame(reached, 1, 0)), 3);
        assertThat(loose.radius()).isCloseTo(5.3, within(0.1));
        assertThat(loose.square()).isEqualTo(6);
        assertThat(loose.gap(away, region)).isEqualTo(gap(40, 40).count());
        assertThat(loose.gap(reached, region)).isEqualTo(gap(40, 40).count());
        assertThat(LooseCells.of(List.of(frame(reached, 0, 0)), 3).square()).isZero();
    }

    private static BitMask withCell(BitMask open, int column) {
        float[] disc = new float[WIDTH * HEIGHT];
        for (int y = 45; y <= 55; y++) {
            for (int x = column - 5; x <= column + 5; x++) {
                disc[y * WIDTH + x] = Math.hypot(x - column, y - 50) < 5.3 ? 1 : 0;
            }
        }
        return open.and(BitMask.above(disc, WIDTH, HEIGHT, 0.5).not());
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
