package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Logarithm;

/**
 * How rough a picture is about its pixels: the natural logarithm of the standard deviation of the gradient within a disc of one
 * cell's radius, over the local brightness. Cells are rough; bare plastic, shadows and dirt out of focus are not.
 *
 * <p>A disc blurs whatever is finer than itself. Small discs are laid about the pixels of every row, larger ones about those of a few
 * rows in every radius; between these roughness runs smoothly (R. G. Keys, IEEE Trans. Acoust. Speech Signal Process.
 * 29:1153-1160, 1981).
 *
 * @param values of the measured rows
 */
record Texture(int width, Rows rows, float[] values) {
    private static final int STEPS = 10; // a radius
    private static final float LEAST = 1e-6f;

    /**
     * Which rows of a picture are measured: every so many from the first on, and the last.
     *
     * @param height of the picture
     */
    record Rows(int height, int first, int step) {
        int count() {
            return (height - first + step - 2) / step + 1;
        }

        /** The place of a measured row in the picture. */
        int at(int index) {
            return Math.min(first + index * step, height - 1);
        }
    }

    static Texture of(ImagePlane plane, int reach) {
        return of(plane, reach, 1 + reach / STEPS);
    }

    static Texture of(ImagePlane plane, int reach, int step) {
        return of(plane, reach, new Rows(plane.height(), 0, step));
    }

    /** The texture of the middle row alone of a picture of an odd number of rows, as of a picture of one row. */
    static Texture ofMiddle(ImagePlane plane, int reach) {
        // the last row is measured as well
        Texture two = of(plane, reach, new Rows(plane.height(), plane.height() / 2, plane.height()));
        return new Texture(plane.width(), new Rows(1, 0, 1), Arrays.copyOf(two.values, plane.width()));
    }

    private static Texture of(ImagePlane plane, int reach, Rows rows) {
        TextureSums sums = TextureSums.of(plane, reach, rows);
        float[] values = sums.meanSquare();
        relative(values, sums.mean(), sums.brightness(), floor(sums.brightness()));
        Logarithm.of(values);
        return new Texture(plane.width(), rows, values);
    }

    /** Mean squares become standard deviations over brightness. */
    private static void relative(float[] meanSquare, float[] mean, float[] brightness, float floor) {
        for (int i = 0; i < meanSquare.length; i++) {
            float variance = Math.max(0, meanSquare[i] - mean[i] * mean[i]);
            float relative = (float) Math.sqrt(variance) / Math.max(floor, brightness[i]);
            meanSquare[i] = Math.max(LEAST, relative);
        }
    }

    /** Brightness below a tenth of the mean is darkness: dividing by it would make noise of it. */
    private static float floor(float[] brightness) {
        double sum = 0;
        for (float value : brightness) {
            sum += Math.abs(value);
        }
        return (float) Math.max(1e-12, 0.1 * sum / brightness.length);
    }

    /** Where the picture is at most as rough as each of some thresholds. */
    List<BitMask> atMost(double... thresholds) {
        Limits limits = Limits.of(thresholds, width, rows.height());
        float[] line = new float[width];
        for (int i = 0; i < rows.count(); i++) {
            int end = i + 1 < rows.count() ? rows.at(i + 1) : rows.height();
            for (int y = rows.at(i); y < end; y++) {
                between(i, (y - rows.at(i)) / (float) (end - rows.at(i)), line);
                limits.add(line, y);
            }
        }
        return limits.masks();
    }

    /** Thresholds and their masks. */
    private record Limits(float[] most, float lowest, float highest, List<BitMask> masks) {
        static Limits of(double[] thresholds, int width, int height) {
            float[] most = new float[thresholds.length];
            float lowest = Float.POSITIVE_INFINITY;
            float highest = Float.NEGATIVE_INFINITY;
            List<BitMask> masks = new ArrayList<>();
            for (int i = 0; i < most.length; i++) {
                most[i] = (float) thresholds[i];
                lowest = Math.min(lowest, most[i]);
                highest = Math.max(highest, most[i]);
                masks.add(BitMask.none(width, height));
            }
            return new Limits(most, lowest, highest, masks);
        }

        /** Mostly, neighbours lie all below the lowest threshold or all above the highest, and the others need no look. */
        void add(float[] line, int y) {
            for (int x = 0; x < line.length; x += Long.SIZE) {
                int count = Math.min(Long.SIZE, line.length - x);
                long any = BitMask.atMost(line, x, count, highest);
                long all = any == 0 ? 0 : BitMask.atMost(line, x, count, lowest);
                for (int i = 0; i < most.length; i++) {
                    BitMask mask = masks.get(i);
                    mask.words()[y * mask.stride() + x / Long.SIZE] =
                            any == all ? any : BitMask.atMost(line, x, count, most[i]);
                }
            }
        }
    }

    /** A row at a part of the way from a measured one to the next: a cubic through four rows, as the narrow dips between cells need. */
    private void between(int index, float part, float[] line) {
        if (part == 0) {
            System.arraycopy(values, index * width, line, 0, width);
            return;
        }
        int one = Math.max(0, index - 1) * width;
        int two = index * width;
        int three = Math.min(rows.count() - 1, index + 1) * width;
        int four = Math.min(rows.count() - 1, index + 2) * width;
        float rest = 1 - part;
        float outer = -0.5f * part * rest;
        float first = outer * rest;
        float fourth = outer * part;
        float second = rest - 2 * first + fourth;
        float third = part - 2 * fourth + first;
        for (int x = 0; x < line.length; x++) {
            line[x] = first * values[one + x]
                    + second * values[two + x]
                    + (third * values[three + x] + fourth * values[four + x]);
        }
    }
}
