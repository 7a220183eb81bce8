package org.kindlin.numerics.image;

import java.util.Arrays;

/** Where stretches of equal elements of a mask end: the first steps one by one, the others many at once. */
public final class Stretch {
    private static final int SINGLE = 24;
    private static final int BLOCK = 4096;
    private static final boolean[] INSIDE = new boolean[BLOCK];
    private static final boolean[] OUTSIDE = new boolean[BLOCK];

    static {
        Arrays.fill(INSIDE, true);
    }

    private Stretch() {}

    /** The first index from one on at which a mask is not of this value; {@code to} where there is none. */
    public static int end(boolean[] mask, int from, int to, boolean value) {
        int i = from;
        int near = Math.min(to, from + SINGLE);
        while (i < near) {
            if (mask[i] != value) {
                return i;
            }
            i++;
        }
        boolean[] same = value ? INSIDE : OUTSIDE;
        while (i < to) {
            int count = Math.min(BLOCK, to - i);
            int other = Arrays.mismatch(mask, i, i + count, same, 0, count);
            if (other >= 0) {
                return i + other;
            }
            i += count;
        }
        return to;
    }

    /** Number of elements within a mask. */
    public static int count(boolean[] mask) {
        int count = 0;
        int i = end(mask, 0, mask.length, false);
        while (i < mask.length) {
            int after = end(mask, i, mask.length, true);
            count += after - i;
            i = end(mask, after, mask.length, false);
        }
        return count;
    }
}
