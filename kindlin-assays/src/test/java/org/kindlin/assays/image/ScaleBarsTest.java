package org.kindlin.assays.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is drawn goes, what optics show stays. */
class ScaleBarsTest {
    private static final int SIDE = 200;
    private static final int LEFT = 120;
    private static final int TOP = 180;

    private final float[] values = new float[SIDE * SIDE];

    ScaleBarsTest() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 + 3 * random.nextGaussian());
        }
    }

    private void rectangle(int left, int top, int width, int height, float value) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                values[y * SIDE + x] = value;
            }
        }
    }

    private ImagePlane plane() {
        return ImagePlane.of(SIDE, SIDE, values.clone());
    }

    @Test
    void aBarAndItsTextAreFilledFromAboveAndBelow() {
        for (float ink : new float[] {0, 255}) {
            rectangle(LEFT, TOP, 60, 5, ink);
            rectangle(LEFT + 20, TOP - 12, 2, 8, ink); // a letter
            rectangle(20, 20, 10, 10, ink); // far away, and no bar
            ImagePlane cleaned = ScaleBars.removed(plane()).orElseThrow();
            assertThat(cleaned.at(LEFT + 30, TOP + 2)).isBetween(80f, 120f);
            assertThat(cleaned.at(LEFT + 20, TOP - 8)).isBetween(80f, 120f);
            assertThat(cleaned.at(25, 25)).isEqualTo(ink);
        }
    }

    /** Saturated discs and a soft streak, as of a scratch out of focus, are what was photographed. */
    @Test
    void whatOpticsShowStays() {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double disc = Math.hypot(x - 60.0, y - 60.0) - 15;
                double streak = Math.max(Math.abs(x - 120.0) - 50, 1.5 * Math.abs(y - 150.0) - 6);
                double light = 155 / (1 + Math.exp(Math.min(disc, streak) / 2.5));
                values[y * SIDE + x] = (float) Math.min(200, values[y * SIDE + x] + 1.5 * light);
            }
        }
        assertThat(ScaleBars.removed(plane())).isEmpty();
    }

    @Test
    void aFlatPictureHasNone() {
        rectangle(0, 0, SIDE, SIDE, 7);
        assertThat(ScaleBars.removed(plane())).isEmpty();
    }
}
