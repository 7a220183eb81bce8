package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.Shrunk;

/** Which way a picture shows more protein. */
public enum Polarity {
    /** Found from the picture. */
    AUTO,
    /** Dark bands on a light ground: film, a stained gel. */
    DARK_BANDS,
    /** Bright bands on a dark ground: a camera, fluorescence. */
    BRIGHT_BANDS;

    private static final int GROUND_PART = 8;

    /** Bands are the rarer side: what is left after a smooth ground is taken away leans towards them. */
    static Polarity of(float[] values, int width, int height) {
        double sigma = Math.max(2, Math.min(width, height) / (double) GROUND_PART);
        int factor = Math.clamp((int) (sigma / 6), 1, Math.min(width, height));
        Shrunk small = Shrunk.of(values, width, height, factor, factor);
        float[] ground =
                GaussianFilter.smooth(small.values(), small.width(), small.height(), sigma / factor, sigma / factor);
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < ground.length; i++) {
            double rest = small.values()[i] - ground[i];
            squares += rest * rest;
            cubes += rest * rest * rest;
        }
        return cubes >= 0 && squares >= 0 ? BRIGHT_BANDS : DARK_BANDS;
    }
}
