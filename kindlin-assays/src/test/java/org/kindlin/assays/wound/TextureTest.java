package org.kindlin.assays.wound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/** Rows that are measured against their definition, and those between them against rows that are measured. */
class TextureTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 161;
    private static final int REACH = 10;

    /** Blurred noise, ten times as strong outside of a leaning gap. */
    private static ImagePlane scratch() {
        RandomStream random = RandomStream.ofSeed(11);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        float[] cells = GaussianFilter.smooth(values, WIDTH, HEIGHT, 1.5, 1.5);
        for (int i = 0; i < cells.length; i++) {
            int y = i / WIDTH;
            boolean isOpen = Math.abs(i % WIDTH - 70 - 0.4 * y) < 30;
            cells[i] = 120 + (isOpen ? 10 : 100) * cells[i];
        }
        return ImagePlane.of(WIDTH, HEIGHT, cells);
    }

    @Test
    void roughnessIsThatOfItsDefinition() {
        ImagePlane plane = scratch();
        Texture texture = Texture.of(plane, REACH, 1);
        for (int[] at : new int[][] {{0, 0}, {3, 80}, {100, 80}, {199, 160}}) {
            assertThat((double) texture.values()[at[1] * WIDTH + at[0]])
                    .isCloseTo(roughness(plane, at[0], at[1]), within(1e-4));
        }
    }

    private static double roughness(ImagePlane plane, int x, int y) {
        double n = 0;
        double brightness = 0;
        double sum = 0;
        double squares = 0;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                if (dx * dx + dy * dy <= REACH * REACH + 1) {
                    int column = Math.clamp(x + dx, 0, WIDTH - 1);
                    int row = Math.clamp(y + dy, 0, HEIGHT - 1);
                    double gradient = gradient(plane, column, row);
                    n++;
                    brightness += at(plane, column, row);
                    sum += gradient;
                    squares += gradient * gradient;
                }
            }
        }
        double variance = squares / n - (sum / n) * (sum / n);
        return Math.log(Math.sqrt(variance) / (brightness / n));
    }

    private static double gradient(ImagePlane plane, int x, int y) {
        double gx = 0;
        double gy = 0;
        for (int i = -1; i <= 1; i++) {
            int weight = i == 0 ? 2 : 1;
            gx += weight * (at(plane, x + 1, y + i) - at(plane, x - 1, y + i));
            gy += weight * (at(plane, x + i, y + 1) - at(plane, x + i, y - 1));
        }
        return Math.hypot(gx, gy);
    }

    private static double at(ImagePlane plane, int x, int y) {
        return plane.at(Math.clamp(x, 0, WIDTH - 1), Math.clamp(y, 0, HEIGHT - 1));
    }

    @Test
    void rowsBetweenMeasuredOnesAreNearlyAsIfMeasured() {
        ImagePlane plane = scratch();
        Texture every = Texture.of(plane, REACH, 1);
        double threshold = -2.5;
        BitMask exact = every.atMost(threshold).getFirst();
        assertThat(exact.count()).isBetween(WIDTH * HEIGHT / 10, WIDTH * HEIGHT / 2);
        for (int step : new int[] {2, 3}) {
            Texture some = Texture.of(plane, REACH, step);
            BitMask between = some.atMost(threshold).getFirst();
            int wrong = exact.and(between.not()).or(between.and(exact.not())).count();
            assertThat(wrong).isLessThan(exact.count() / 100);
            assertThat(between.count() / (double) exact.count()).isCloseTo(1, within(0.004));
            for (int i = 0; i < some.rows().count(); i++) {
                for (int x = 0; x < WIDTH; x++) {
                    assertThat(some.values()[i * WIDTH + x])
                            .isEqualTo(every.values()[some.rows().at(i) * WIDTH + x]);
                }
            }
        }
    }

    @Test
    void aRowOfABandIsThatRowOfTheWholePicture() {
        ImagePlane plane = scratch();
        float[] whole = Texture.of(plane, REACH, 1).values();
        for (int row : new int[] {REACH + 1, 70, HEIGHT - REACH - 2}) {
            ImagePlane band = plane.crop(0, row - REACH - 1, WIDTH, 2 * REACH + 3);
            assertThat(Texture.ofMiddle(band, REACH).values())
                    .containsExactly(Arrays.copyOfRange(whole, row * WIDTH, (row + 1) * WIDTH));
        }
    }

    @Test
    void thresholdsTogetherAreThoseAlone() {
        Texture texture = Texture.of(scratch(), REACH);
        double[] thresholds = {-2.5, -3.2, -2.1, -9, 9};
        for (int i = 0; i < thresholds.length; i++) {
            assertThat(texture.atMost(thresholds).get(i))
                    .isEqualTo(texture.atMost(thresholds[i]).getFirst());
        }
        assertThat(texture.atMost(-9).getFirst().count()).isZero();
        assertThat(texture.atMost(9).getFirst()).isEqualTo(BitMask.all(WIDTH, HEIGHT));
    }
}
