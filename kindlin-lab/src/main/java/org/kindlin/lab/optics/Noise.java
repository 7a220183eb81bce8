package org.kindlin.lab.optics;

import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/** Random textures. */
public final class Noise {
    private Noise() {}

    /** Normal noise of mean zero and standard deviation one, smoothed over {@code sigma} pixels before it is scaled. */
    public static float[] smooth(int width, int height, double sigma, RandomStream random) {
        float[] noise = new float[width * height];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        noise = GaussianFilter.smooth(noise, width, height, sigma, sigma);
        double squares = 0;
        for (float value : noise) {
            squares += value * (double) value;
        }
        float scale = (float) (1 / Math.sqrt(squares / noise.length));
        for (int i = 0; i < noise.length; i++) {
            noise[i] *= scale;
        }
        return noise;
    }
}
