package org.kindlin.assays.transwell;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.input.RawFile;

/** A field of discs that absorb, or shine, painted apart from the virtual lab. */
final class PaintedField {
    private static final int SIDE = 500;
    private static final double WHITE = 220;
    private static final double NOISE = 2.5;
    private static final double GLOW = 90;

    private final double[] stain = new double[SIDE * SIDE];
    private final SplittableRandom random;
    private boolean hasBar;

    PaintedField(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Discs anywhere, which may lie on each other. */
    PaintedField scattered(int count, double radius, double depth) {
        for (int k = 0; k < count; k++) {
            disc(random.nextDouble(SIDE), random.nextDouble(SIDE), radius, depth);
        }
        return this;
    }

    /** Cells on a lattice, each shifted by chance and of a size of its own, which do not touch. */
    PaintedField cells(int count) {
        for (int k = 0; k < count; k++) {
            double x = 50 + k % 8 * 57 + random.nextDouble(-12, 12);
            double y = 50 + k / 8 * 57 + random.nextDouble(-12, 12);
            disc(x, y, random.nextDouble(9, 14), random.nextDouble(0.35, 0.7));
        }
        return this;
    }

    private void disc(double cx, double cy, double radius, double depth) {
        for (int y = (int) Math.max(0, cy - radius - 1); y < Math.min(SIDE, cy + radius + 2); y++) {
            for (int x = (int) Math.max(0, cx - radius - 1); x < Math.min(SIDE, cx + radius + 2); x++) {
                double inside = Math.clamp(radius - Math.hypot(x - cx, y - cy) + 0.5, 0, 1);
                stain[y * SIDE + x] = Math.max(stain[y * SIDE + x], depth * inside);
            }
        }
    }

    /** With a scale bar, black on light and white on dark. */
    PaintedField bar() {
        hasBar = true;
        return this;
    }

    /** Dark stain in light that falls off to the corners by this part. */
    RawFile dark(String name, double fall) {
        return picture(name, fall, false);
    }

    /** The same as fluorescence, lit as unevenly, with a haze in the middle. */
    RawFile bright(String name, double fall) {
        return picture(name, fall, true);
    }

    private RawFile picture(String name, double fall, boolean isBright) {
        byte[] grey = new byte[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            double r2 = (square(i % SIDE - SIDE / 2.0) + square(i / (double) SIDE - SIDE / 2.0)) / square(SIDE / 2.0);
            double light = 1 - fall * r2 / 2;
            double haze = 60 * Math.exp(-2 * r2);
            double level = isBright ? light * (20 + haze + GLOW * stain[i]) : WHITE * light * Math.exp(-stain[i]);
            grey[i] = (byte) Math.clamp(Math.round(level + NOISE * random.nextGaussian()), 0, 255);
        }
        for (int y = 470; hasBar && y < 476; y++) {
            Arrays.fill(grey, y * SIDE + 380, y * SIDE + 470, (byte) (isBright ? 255 : 0));
        }
        return new RawFile(name, PngWriter.grey(SIDE, SIDE, grey, ""));
    }

    private static double square(double value) {
        return value * value;
    }
}
