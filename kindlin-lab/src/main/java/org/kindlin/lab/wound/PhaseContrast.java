package org.kindlin.lab.wound;

import org.kindlin.lab.optics.Noise;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/**
 * Cells as phase contrast shows them: dark bodies, granules, bright seams between cells and a halo around the sheet.
 *
 * @param contrast of the seams over the ground
 * @param blur of the lens in pixels
 */
record PhaseContrast(double contrast, double blur) {
    static final double HALO = 4;
    private static final double PLASTIC = 0.004;
    private static final double GRAIN = 0.9;
    private static final double HALO_WIDTH = 1.5;

    /** Relative brightness, 1 for bare plastic. */
    float[] picture(CellRaster cells, double spacing, RandomStream random) {
        int width = cells.width();
        int height = cells.height();
        float[] granules = Noise.smooth(width, height, GRAIN, random.child("granules"));
        float[] plastic = Noise.smooth(width, height, 2 * GRAIN, random.child("plastic"));
        float[] picture = new float[width * height];
        for (int i = 0; i < picture.length; i++) {
            double relief = cells.isOpen(i) ? halo(cells, i) : body(cells, i, spacing) + 0.35 * granules[i];
            picture[i] = (float) Math.max(0.02, 1 + contrast * relief + PLASTIC * plastic[i]);
        }
        return GaussianFilter.smooth(picture, width, height, blur, blur);
    }

    private static double halo(CellRaster cells, int i) {
        double away = cells.nearest()[i] - cells.radius();
        return away > HALO ? 0 : 0.5 * StrictMath.exp(-away / HALO_WIDTH);
    }

    private static double body(CellRaster cells, int i, double spacing) {
        double seam = Math.min(cells.second()[i] - cells.nearest()[i], 2 * (cells.radius() - cells.nearest()[i]));
        double middle = cells.nearest()[i] / (0.35 * spacing);
        double rim = seam / (0.25 * spacing);
        return StrictMath.exp(-rim * rim) - 0.5 * StrictMath.exp(-middle * middle) + 0.3 * cells.shade()[i];
    }
}
