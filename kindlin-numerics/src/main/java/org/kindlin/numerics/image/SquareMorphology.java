package org.kindlin.numerics.image;

/** Dilation and erosion of a mask by a square, one direction after the other. */
public final class SquareMorphology {
    private SquareMorphology() {}

    /** Everything within {@code radius} columns and rows of the mask. */
    public static boolean[] dilate(boolean[] mask, int width, int height, int radius) {
        boolean[] rows = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            spread(mask, rows, y * width, 1, width, radius);
        }
        boolean[] both = new boolean[mask.length];
        for (int x = 0; x < width; x++) {
            spread(rows, both, x, width, height, radius);
        }
        return both;
    }

    /** What lies deeper than {@code radius} columns and rows within the mask; the borders are no edges. */
    public static boolean[] erode(boolean[] mask, int width, int height, int radius) {
        return not(dilate(not(mask), width, height, radius));
    }

    /** The mask without what no square of this radius fits into. */
    public static boolean[] open(boolean[] mask, int width, int height, int radius) {
        return dilate(erode(mask, width, height, radius), width, height, radius);
    }

    /** The mask with what no square of this radius fits into beside it. */
    public static boolean[] close(boolean[] mask, int width, int height, int radius) {
        return erode(dilate(mask, width, height, radius), width, height, radius);
    }

    /** The other pixels. */
    public static boolean[] not(boolean[] mask) {
        boolean[] other = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            other[i] = !mask[i];
        }
        return other;
    }

    private static void spread(boolean[] from, boolean[] to, int start, int step, int count, int radius) {
        int last = Integer.MIN_VALUE / 2;
        for (int i = 0; i < count + radius; i++) {
            if (i < count && from[start + i * step]) {
                last = i;
            }
            int at = i - radius;
            if (at >= 0 && last >= at - radius) {
                to[start + at * step] = true;
            }
        }
    }
}
