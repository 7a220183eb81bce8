package org.kindlin.lab.wound;

import org.kindlin.numerics.random.RandomStream;

/** What is no cell of the sheet and yet in the picture: specks, and cells that float out of focus. */
final class Dirt {
    private Dirt() {}

    /** Sharp dark specks with a bright ring, where they lie in every frame. */
    static void specks(float[] picture, int width, int height, int count, RandomStream random) {
        for (int k = 0; k < count; k++) {
            double x = random.nextUniform(0, width);
            double y = random.nextUniform(0, height);
            double radius = random.nextUniform(0.6, 1.4);
            double depth = random.nextUniform(0.2, 0.5);
            stamp(picture, width, height, x, y, 4 * radius, r -> {
                double core = StrictMath.exp(-0.5 * r * r / (radius * radius));
                double ring = StrictMath.exp(-0.5 * (r - 2 * radius) * (r - 2 * radius) / (0.25 * radius * radius));
                return -depth * core + 0.2 * depth * ring;
            });
        }
    }

    /** Broad dark shadows, elsewhere in every frame. */
    static void shadows(float[] picture, int width, int height, int count, double cell, RandomStream random) {
        for (int k = 0; k < count; k++) {
            double sigma = cell * random.nextUniform(0.5, 1.5);
            double depth = random.nextUniform(0.05, 0.2);
            stamp(
                    picture,
                    width,
                    height,
                    random.nextUniform(0, width),
                    random.nextUniform(0, height),
                    3 * sigma,
                    r -> -depth * StrictMath.exp(-0.5 * r * r / (sigma * sigma)));
        }
    }

    private interface Profile {
        double at(double distance);
    }

    private static void stamp(
            float[] picture, int width, int height, double x, double y, double reach, Profile profile) {
        int top = (int) Math.max(0, Math.ceil(y - reach));
        int bottom = (int) Math.min(height - 1.0, Math.floor(y + reach));
        int left = (int) Math.max(0, Math.ceil(x - reach));
        int right = (int) Math.min(width - 1.0, Math.floor(x + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                picture[row * width + column] *= (float) (1 + profile.at(Math.hypot(column - x, row - y)));
            }
        }
    }
}
