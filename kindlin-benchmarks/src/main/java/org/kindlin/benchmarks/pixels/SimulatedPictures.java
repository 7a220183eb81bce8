package org.kindlin.benchmarks.pixels;

import org.kindlin.numerics.random.RandomStream;

/** Pictures in 16 bits for the benchmarks: a gel, and a scratch in a field of cells. */
final class SimulatedPictures {
    private SimulatedPictures() {}

    /** Lanes of bands of different strengths on a sloping ground, with noise. */
    static short[] gel(int width, int height, int lanes, int bands, double noise) {
        RandomStream random = RandomStream.ofSeed(width + lanes);
        double pitch = width / (lanes + 1.0);
        double step = height / (bands + 1.0);
        float[] across = new float[width];
        short[] samples = new short[width * height];
        for (int x = 0; x < width; x++) {
            double offset = Math.abs(x - pitch * Math.clamp(Math.rint(x / pitch), 1, lanes));
            across[x] = (float) (1 / (1 + Math.exp((offset - 0.33 * pitch) / (0.02 * pitch))));
        }
        for (int y = 0; y < height; y++) {
            int row = (int) (y / step);
            double z = (y - step * Math.clamp(Math.rint(y / step), 1, bands)) / (0.06 * step);
            double band = Math.exp(-0.5 * z * z);
            for (int x = 0; x < width; x++) {
                int lane = (int) (x / pitch);
                double strength = 2000 + 800.0 * (lane * 7 % 11) + 500.0 * (row * 5 % 7);
                double light = 1500 + 300.0 * x / width + 200.0 * y / height + strength * across[x] * band;
                samples[y * width + x] =
                        (short) Math.clamp(Math.round(light + noise * random.nextGaussian()), 0, 65_535);
            }
        }
        return samples;
    }

    /** Rough left and right of a smooth gap of two fifths of the width. */
    static short[] scratch(int width, int height, double noise) {
        RandomStream random = RandomStream.ofSeed(width);
        short[] samples = new short[width * height];
        for (int y = 0; y < height; y++) {
            double edge = 0.2 * width + 12 * Math.sin(y / 60.0);
            for (int x = 0; x < width; x++) {
                boolean isOpen = Math.abs(x - width / 2.0) < edge;
                double cells = isOpen ? 0 : 900 * Math.sin(x / 3.1) * Math.cos(y / 3.7) * Math.sin((x + 2.0 * y) / 23);
                double light = 9000 + cells + noise * random.nextGaussian();
                samples[y * width + x] = (short) Math.clamp(Math.round(light), 0, 65_535);
            }
        }
        return samples;
    }
}
