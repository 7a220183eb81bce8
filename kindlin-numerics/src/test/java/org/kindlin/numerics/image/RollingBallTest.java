package org.kindlin.numerics.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.plugin.filter.BackgroundSubtracter;
import ij.process.FloatProcessor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.numerics.random.RandomStream;

/** The whole ball against its definition, the quick one against ImageJ 1.54p. */
class RollingBallTest {

    private static float[] bands(int width, int height, double noise) {
        RandomStream random = RandomStream.ofSeed(width);
        float[] picture = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double z = (y - height / 3.0) / 6;
                double across = 1 / (1 + Math.exp((Math.abs(x - width / 2.0) - width / 4.0) / 2));
                double light = 200 + 0.3 * x + 90 * across * Math.exp(-0.5 * z * z) + noise * random.nextGaussian();
                picture[y * width + x] = (float) Math.rint(light);
            }
        }
        return picture;
    }

    /** For every place of the ball's middle how high it can go; for every pixel the highest top of a ball. */
    private static float[] byDefinition(float[] picture, int width, int height, double radius, double unit) {
        int reach = (int) radius;
        double[] top = new double[picture.length];
        Arrays.fill(top, Double.NEGATIVE_INFINITY);
        for (int cy = -reach; cy < height + reach; cy++) {
            for (int cx = -reach; cx < width + reach; cx++) {
                double room = Double.POSITIVE_INFINITY;
                for (int pass = 0; pass < 2; pass++) {
                    for (int y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
                        for (int x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
                            double square = radius * radius - (x - cx) * (x - cx) - (y - cy) * (y - cy);
                            if (square < 0) {
                                continue;
                            }
                            double ball = unit * Math.sqrt(square);
                            int i = y * width + x;
                            if (pass == 0) {
                                room = Math.min(room, picture[i] - ball);
                            } else {
                                top[i] = Math.max(top[i], room + ball);
                            }
                        }
                    }
                }
            }
        }
        float[] background = new float[top.length];
        for (int i = 0; i < top.length; i++) {
            background[i] = (float) top[i];
        }
        return background;
    }

    @ParameterizedTest
    @CsvSource({"61, 47, 9, 1, 5", "40, 70, 13.6, 0.25, 0", "30, 9, 20, 3, 20", "1, 1, 5, 1, 0", "50, 40, 1, 1, 8"})
    void theWholeBallIsTheOpeningByDefinition(int width, int height, double radius, double unit, double noise) {
        float[] picture = bands(width, height, noise);
        float[] background = new RollingBall(radius, unit).background(picture, width, height);
        float[] expected = byDefinition(picture, width, height, radius, unit);
        for (int i = 0; i < picture.length; i++) {
            assertThat(background[i]).isCloseTo(expected[i], within(1e-4f));
            assertThat(background[i]).isLessThanOrEqualTo(picture[i]);
        }
    }

    @Test
    void whatIsOpenedStaysAsItIs() {
        int width = 90;
        int height = 64;
        RollingBall ball = new RollingBall(17, 2);
        float[] once = ball.background(bands(width, height, 12), width, height);
        float[] twice = ball.background(once, width, height);
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(once[i], within(1e-3f));
        }
    }

    /** ImageJ: float picture, no smoothing, background asked for, which may lie above the picture there. */
    @ParameterizedTest
    @CsvSource({"8, 5", "25, 5", "50, 5", "50, 0", "120, 3"})
    void theQuickBallIsThatOfImageJ(double radius, double noise) {
        int width = 243;
        int height = 181;
        float[] picture = bands(width, height, noise);
        FloatProcessor theirs = new FloatProcessor(width, height, picture.clone());
        new BackgroundSubtracter().rollingBallBackground(theirs, radius, true, false, false, false, false);
        float[] ours = new RollingBall(radius, 1).quickBackground(picture, width, height);
        double most = 0;
        for (int i = 0; i < ours.length; i++) {
            most = Math.max(most, Math.abs(ours[i] - Math.min(theirs.getf(i), picture[i])));
        }
        assertThat(most).isLessThan(1e-3);
    }

    @Test
    void aFlatPictureIsItsOwnBackground() {
        float[] flat = new float[70 * 50];
        Arrays.fill(flat, 65_535);
        assertThat(new RollingBall(12, 1).background(flat, 70, 50)).isEqualTo(flat);
        assertThat(new RollingBall(40, 1).quickBackground(flat, 70, 50)).isEqualTo(flat);
    }
}
