package org.kindlin.lab.optics;

import org.kindlin.numerics.random.RandomStream;

/**
 * Uneven light: a slope and a fall from a bright place, {@code level (1 + a x + b y - c r^2)} with coordinates from -1/2 to 1/2 and
 * {@code r} from that place.
 *
 * @param level at the brightest place without a slope
 * @param slopeX change across the whole width
 * @param slopeY change down the whole height
 * @param fall loss at a distance of one width
 */
public record Illumination(double level, double slopeX, double slopeY, double fall, double brightX, double brightY) {

    /** Light that varies by about this part of itself, no two alike. */
    public static Illumination uneven(double level, double part, RandomStream random) {
        return new Illumination(
                level,
                part * random.nextUniform(-0.5, 0.5),
                part * random.nextUniform(-0.5, 0.5),
                part * random.nextUniform(0, 1),
                random.nextUniform(-0.3, 0.3),
                random.nextUniform(-0.3, 0.3));
    }

    /** The same light, brighter or darker. */
    public Illumination times(double factor) {
        return new Illumination(level * factor, slopeX, slopeY, fall, brightX, brightY);
    }

    /** Lights a picture of relative brightness; in place. */
    public void light(float[] picture, int width, int height) {
        for (int i = 0; i < picture.length; i++) {
            int row = i / width;
            double x = i % width / (double) width - 0.5;
            double y = row / (double) height - 0.5;
            double r2 = (x - brightX) * (x - brightX) + (y - brightY) * (y - brightY);
            picture[i] *= (float) (level * Math.max(0.05, 1 + slopeX * x + slopeY * y - fall * r2));
        }
    }
}
