package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.PixelRow;
import org.kindlin.numerics.image.Shrunk;
import org.kindlin.numerics.image.SlidingExtreme;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * What stands out of every column over a short way down: bands do, the ground, its slopes and the smear of a lane do not.
 *
 * @param width columns, each the mean of some columns of a picture that is wide
 * @param height rows, each the mean of some rows of a picture that has many
 * @param merged columns of the picture in one
 * @param roots of the height of what stands out, less the noise: so that one strong band does not outshine the others
 */
record BandRelief(int width, int height, int merged, float[] roots) {
    private static final int ROWS = 300; // that tell lanes apart
    private static final double SMOOTHING =
            1.2; // samples: narrower than that, merged ones would miss what lies between
    private static final int WINDOW_PART = 16;
    private static final int LEAST_WINDOW = 8;
    private static final int BLOCKS = 10; // within half a window
    private static final int SAMPLE = 8_009; // columns of most pictures are no multiple of the step
    private static final double NOISE = 4;
    private static final double IDLE = 8; // noise stands out by 0.8 deviations at its lower quarter; this is 6
    private static final double LEAST_PART = 5e-4;

    /** @param across standard deviation in pixels by which rows are smoothed */
    static BandRelief of(BlotSignal signal, double across) {
        int columns = Math.max(1, (int) (across / SMOOTHING));
        int rows = Math.max(1, signal.height() / ROWS);
        Shrunk small = Shrunk.of(signal.values(), signal.width(), signal.height(), columns, rows);
        int width = small.width();
        int height = small.height();
        float[] smooth =
                GaussianFilter.smooth(small.values(), width, height, left(across, columns), left(SMOOTHING, rows));
        int radius = Math.max(LEAST_WINDOW, height / WINDOW_PART);
        int block = Math.max(1, radius / BLOCKS);
        float[] relief = above(smooth, ground(smooth, width, height, radius, block), width, height, block);
        float threshold = (float) Math.max(NOISE * noise(smooth, width, height), IDLE * idle(relief));
        for (int i = 0; i < relief.length; i++) {
            relief[i] = (float) Math.sqrt(Math.max(0, relief[i] - threshold));
        }
        return new BandRelief(width, height, columns, relief);
    }

    /** By how much pictures of a width are smoothed along their rows, in pixels. */
    static double smoothing(int pictureWidth) {
        return 1 + pictureWidth / 400.0;
    }

    /** The smoothing that is left to do where means over so many samples have done a part of it. */
    private static double left(double sigma, int merged) {
        return Math.sqrt(Math.max(0, sigma * sigma - (merged * merged - 1) / 12.0)) / merged;
    }

    /**
     * The opening down the columns of minima over blocks of rows: never above the picture, and at most a block narrower than that of
     * single rows.
     */
    private static float[] ground(float[] smooth, int width, int height, int radius, int block) {
        int rows = (height + block - 1) / block;
        float[] least = new float[width * rows];
        PixelRow line = new PixelRow(width);
        for (int row = 0; row < rows; row++) {
            line.set(smooth, row * block * width);
            for (int y = row * block + 1; y < Math.min(height, (row + 1) * block); y++) {
                line.lower(smooth, y * width);
            }
            line.write(least, row * width);
        }
        return SlidingExtreme.openingDown(least, width, rows, Math.max(1, radius / block));
    }

    /** What stands out of the ground, row by row. */
    private static float[] above(float[] smooth, float[] ground, int width, int height, int block) {
        float[] relief = new float[smooth.length];
        PixelRow line = new PixelRow(width);
        for (int y = 0; y < height; y++) {
            line.set(smooth, y * width);
            line.subtract(ground, y / block * width);
            line.write(relief, y * width);
        }
        return relief;
    }

    /** What noise alone makes stand out of its own lowest values nearby: the lower quarter of all pixels. */
    private static double idle(float[] relief) {
        int step = Math.max(1, relief.length / SAMPLE);
        double[] some = new double[relief.length / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = relief[i * step];
        }
        return Descriptive.quantile(some, 0.25);
    }

    /** From second differences down the columns, of which bands make up only a small part. */
    private static double noise(float[] smooth, int width, int height) {
        int step = Math.max(1, width * height / SAMPLE);
        int count = 0;
        double[] differences = new double[width * (height - 2) / step + 1];
        for (int i = width; i < width * (height - 1); i += step) {
            differences[count++] = Math.abs(smooth[i - width] - 2 * smooth[i] + smooth[i + width]);
        }
        return Descriptive.MAD_TO_SD * Descriptive.median(java.util.Arrays.copyOf(differences, count));
    }

    /** Whether there is anything that noise alone would not leave: a small part of all pixels, and far out. */
    boolean standsOut() {
        int out = 0;
        for (float root : roots) {
            out += root > 0 ? 1 : 0;
        }
        return out > LEAST_PART * roots.length;
    }

    /** How much stands out of each column between two rows. */
    float[] columns(int from, int to) {
        PixelRow sums = new PixelRow(width);
        for (int y = from; y < to; y++) {
            sums.add(roots, y * width);
        }
        float[] columns = new float[width];
        sums.write(columns, 0);
        return columns;
    }
}
