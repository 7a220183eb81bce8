package org.kindlin.assays.transwell;

import java.util.Arrays;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.RollingBall;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A field turned so that more stain is more signal, without the ground: uneven light, haze, the dye of the membrane. Dark stain is
 * measured as optical density, so that what weak light leaves of it counts as much.
 *
 * @param values smoothed over one pixel, 0 where there is no cell
 * @param isDark whether dark stain was turned
 * @param groundRadius pixels of the disc by which the ground was taken
 * @param noise standard deviation of what smoothing has left of the pixels' noise
 */
record FlatField(int width, int height, float[] values, boolean isDark, double groundRadius, double noise) {
    private static final double SMOOTHING = 1;
    /** Standard deviation of second differences over that of the values, noise being smoothed over one pixel. */
    private static final double OF_SECOND_DIFFERENCES = Math.sqrt(6 - 8 * Math.exp(-0.25) + 2 * Math.exp(-1));

    private static final double DARKEST =
            0.03; // of the brightest pixel: black is ink, or a thing that says nothing of cells
    private static final double GROUND_PART = 8; // of the field's shorter side
    private static final double LEAST_RADIUS = 25;
    private static final double BARE = 0.25; // of the pixels, at least, show the ground
    private static final double FLAT = 1e-6; // of the range: a disc rather than a ball
    private static final int SAMPLES = 100_003;

    static FlatField of(ImagePlane plane, boolean isDark) {
        int width = plane.width();
        int height = plane.height();
        float[] values = plane.values();
        if (isDark) {
            turn(values);
        }
        float[] smooth = GaussianFilter.smooth(values, width, height, SMOOTHING, SMOOTHING);
        return new FlatField(width, height, smooth, isDark, 0, noise(smooth, width, height))
                .above(Math.max(LEAST_RADIUS, Math.min(width, height) / GROUND_PART));
    }

    /** Less what a disc of this radius reaches from below. */
    FlatField above(double radius) {
        double range = 0;
        for (float value : values) {
            range = Math.max(range, Math.abs(value));
        }
        float[] ground = new RollingBall(radius, Math.max(Double.MIN_NORMAL, FLAT * range))
                .quickBackground(values, width, height);
        float[] flat = new float[values.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values[i] - ground[i];
        }
        float bare = (float) Descriptive.quantile(some(flat), BARE);
        for (int i = 0; i < flat.length; i++) {
            flat[i] -= bare;
        }
        return new FlatField(width, height, flat, isDark, radius, noise);
    }

    private static void turn(float[] values) {
        float brightest = 0;
        for (float value : values) {
            brightest = Math.max(brightest, value);
        }
        double darkest = Math.max(Double.MIN_NORMAL, DARKEST * brightest);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) -Math.log(Math.max(values[i], darkest));
        }
    }

    /** From second differences down the columns, of which edges make up only a small part. */
    private static double noise(float[] smooth, int width, int height) {
        float[] differences = new float[width * (height - 2)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(smooth[i] - 2 * smooth[i + width] + smooth[i + 2 * width]);
        }
        return Descriptive.MAD_TO_SD * Descriptive.median(some(differences)) / OF_SECOND_DIFFERENCES;
    }

    private static double[] some(float[] values) {
        int step = Math.max(1, values.length / SAMPLES);
        double[] some = new double[values.length / step];
        Arrays.setAll(some, i -> values[i * step]);
        return some;
    }
}
