package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * A picture made smaller by means over rectangles.
 *
 * @param values row by row, {@code width * height}
 */
public record Shrunk(float[] values, int width, int height) {

    /** Means over {@code across} columns and {@code down} rows; the picture has at least as many. What is left at its right and its lower end is in none. */
    public static Shrunk of(float[] picture, int width, int height, int across, int down) {
        int w = width / across;
        int h = height / down;
        float[] small = new float[w * h];
        double[] sums = new double[w * across];
        double[] joined = across == 1 ? sums : new double[w];
        for (int y = 0; y < h; y++) {
            Arrays.fill(sums, 0);
            for (int j = 0; j < down; j++) {
                add(sums, picture, (y * down + j) * width);
            }
            if (across == 2) {
                join(sums, joined);
            } else if (across > 1) {
                join(sums, across, joined);
            }
            means(small, y * w, joined, 1.0 / (across * down));
        }
        return new Shrunk(small, w, h);
    }

    private static void join(double[] sums, double[] joined) {
        for (int x = 0; x < joined.length; x++) {
            joined[x] = sums[2 * x] + sums[2 * x + 1];
        }
    }

    private static void join(double[] sums, int across, double[] joined) {
        Arrays.fill(joined, 0);
        for (int i = 0; i < across; i++) {
            for (int x = 0; x < joined.length; x++) {
                joined[x] += sums[x * across + i];
            }
        }
    }

    private static void means(float[] small, int from, double[] joined, double part) {
        for (int x = 0; x < joined.length; x++) {
            small[from + x] = (float) (joined[x] * part);
        }
    }

    private static void add(double[] sums, float[] values, int from) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += values[from + x];
        }
    }
}
