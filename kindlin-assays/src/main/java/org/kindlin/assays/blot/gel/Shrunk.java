package org.kindlin.assays.blot.gel;

import java.util.Arrays;

/** A picture made smaller by means over rectangles. */
record Shrunk(float[] values, int width, int height) {

    /** Means over {@code across} columns and {@code down} rows; the picture has at least as many. */
    static Shrunk of(float[] picture, int width, int height, int across, int down) {
        int w = width / across;
        int h = height / down;
        float[] small = new float[w * h];
        double[] sums = new double[w * across];
        for (int y = 0; y < h; y++) {
            Arrays.fill(sums, 0);
            for (int j = 0; j < down; j++) {
                add(sums, picture, (y * down + j) * width);
            }
            if (across > 1) {
                join(sums, across);
            }
            means(small, y * w, w, sums, across * down);
        }
        return new Shrunk(small, w, h);
    }

    private static void join(double[] sums, int across) {
        for (int x = 0; x < sums.length / across; x++) {
            double sum = 0;
            for (int i = 0; i < across; i++) {
                sum += sums[x * across + i];
            }
            sums[x] = sum;
        }
    }

    private static void means(float[] small, int from, int count, double[] sums, int pixels) {
        for (int x = 0; x < count; x++) {
            small[from + x] = (float) (sums[x] / pixels);
        }
    }

    private static void add(double[] sums, float[] values, int from) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += values[from + x];
        }
    }
}
