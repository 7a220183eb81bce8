package org.kindlin.numerics.image;

/** Dilation and erosion of a mask by a square, one direction after the other. */
public final class SquareMorphology {
    private SquareMorphology() {}

    /** Everything within {@code radius} columns and rows of the mask. */
    public static boolean[] dilate(boolean[] mask, int width, int height, int radius) {
        int w = width + 2 * radius;
        boolean[] room = new boolean[w * (height + 2 * radius)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(mask, y * width, room, (y + radius) * w + radius, width);
        }
        boolean[] ahead = new boolean[room.length];
        spread(room, ahead, 1, 2 * radius + 1);
        spread(room, ahead, w, 2 * radius + 1);
        boolean[] dilated = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            System.arraycopy(room, y * w, dilated, y * width, width);
        }
        return dilated;
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

    /**
     * Sets what is set within a window that begins at each element, in steps of a stride, by doubling the window's length.
     *
     * @param ahead as long, written to: the elements that are to be joined lie side by side, which loops over them like
     */
    private static void spread(boolean[] room, boolean[] ahead, int stride, int window) {
        int reached = 1;
        while (reached < window) {
            int more = Math.min(reached, window - reached);
            int both = Math.max(0, room.length - more * stride);
            System.arraycopy(room, room.length - both, ahead, 0, both);
            java.util.Arrays.fill(ahead, both, ahead.length, false);
            join(room, ahead);
            reached += more;
        }
    }

    private static void join(boolean[] room, boolean[] ahead) {
        for (int i = 0; i < room.length; i++) {
            room[i] |= ahead[i];
        }
    }
}
