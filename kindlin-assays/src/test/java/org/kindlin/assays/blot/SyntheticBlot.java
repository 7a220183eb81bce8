package org.kindlin.assays.blot;

import org.kindlin.assays.image.PngWriter;
import org.kindlin.numerics.random.RandomStream;

/** A small blot of evenly spaced lanes with Gaussian bands, a sloping ground and a little noise. */
final class SyntheticBlot {
    private static final int HEIGHT = 160;
    private static final double SIGMA = 4;
    private static final double EDGE = 0.8;

    private final int pitch;
    private final int width;
    private final double[] signal;

    SyntheticBlot(int lanes, int pitch) {
        this.pitch = pitch;
        this.width = (lanes + 1) * pitch;
        this.signal = new double[width * HEIGHT];
    }

    /** One band in each lane, all in a row, of these heights. */
    SyntheticBlot bands(int row, double... heights) {
        for (int lane = 0; lane < heights.length; lane++) {
            double centre = (lane + 1) * pitch;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < width; x++) {
                    double across = 1 / (1 + Math.exp((Math.abs(x - centre) - 0.33 * pitch) / EDGE));
                    double z = (y - row) / SIGMA;
                    signal[y * width + x] += heights[lane] * across * Math.exp(-0.5 * z * z);
                }
            }
        }
        return this;
    }

    byte[] png() {
        return PngWriter.grey(width, HEIGHT, samples(false), "SIMULATED DATA");
    }

    byte[] inverted() {
        return PngWriter.grey(width, HEIGHT, samples(true), "SIMULATED DATA");
    }

    private byte[] samples(boolean inverted) {
        RandomStream random = RandomStream.ofSeed(7);
        byte[] samples = new byte[signal.length];
        for (int i = 0; i < samples.length; i++) {
            double ground = 20 + 6.0 * (i % width) / width;
            long value = Math.clamp(Math.round(ground + signal[i] + random.nextGaussian()), 0, 255);
            samples[i] = (byte) (inverted ? 255 - value : value);
        }
        return samples;
    }
}
