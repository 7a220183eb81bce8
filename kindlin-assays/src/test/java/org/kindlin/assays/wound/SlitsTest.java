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

/** A gap that closes like a zip: 20 pixels wide at the top and 60 at the bottom, and slits below 7 pixels are not seen. */
class SlitsTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 200;
    private static final double UNSEEN = 7;
    private static final ImagePlane PLANE = ImagePlane.of(WIDTH, HEIGHT, new float[WIDTH * HEIGHT]);

    /** How wide a row is after the gap has closed by so many pixels. */
    private static double width(int row, double closed) {
        return Math.max(0, 20 + 40.0 * row / HEIGHT - closed);
    }

    private static MeasuredFrame frame(double closed, OptionalDouble hours) {
        float[] open = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            double wide = width(y, closed);
            for (int x = 0; x < WIDTH && wide >= UNSEEN; x++) {
                open[y * WIDTH + x] = Math.abs(x - WIDTH / 2.0) < wide / 2 ? 1 : 0;
            }
        }
        BitMask seen = BitMask.above(open, WIDTH, HEIGHT, 0.5);
        int area = seen.count();
        WoundData.Frame frame = new WoundData.Frame("frame.tif", "frame", PLANE, hours);
        return new MeasuredFrame(frame, Optional.of(seen), area, area, area, 0, 0, List.of());
    }

    private static double open(double closed) {
        double open = 0;
        for (int row = 0; row < HEIGHT; row++) {
            open += width(row, closed);
        }
        return open;
    }

    private static List<MeasuredFrame> film(boolean isTimed) {
        List<MeasuredFrame> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            frames.add(frame(9 * i, isTimed ? OptionalDouble.of(4 * i) : OptionalDouble.empty()));
        }
        GapLines gaps = GapLines.of(frames.getFirst().open().orElseThrow().dilate(3));
        return new Slits(gaps, UNSEEN).addedTo(frames);
    }

    @Test
    void whatIsLeftOfPlacesThatHaveClosedIsOpen() {
        for (boolean isTimed : new boolean[] {true, false}) {
            List<MeasuredFrame> frames = film(isTimed);
            double first = open(0);
            for (int i = 0; i < frames.size(); i++) {
                assertThat(frames.get(i).pixels()).isCloseTo((int) open(9 * i), within((int) (0.01 * first)));
            }
            // without it 1.5 % of the first area would be lacking
            MeasuredFrame third = frames.get(2);
            assertThat(third.slits() / first).isBetween(0.01, 0.02);
            assertThat(third.most() - third.least()).isEqualTo(2 * third.slits());
        }
    }

    @Test
    void nothingIsAddedWhereNothingHasClosed() {
        assertThat(film(true).subList(0, 2)).allMatch(frame -> frame.slits() == 0);
    }
}
