package org.kindlin.numerics.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hills of a relief within a mask: tops that stand at least a given height above the pass to higher ground, found by
 * flooding from the highest pixel down (union of neighbours in order of height; L. Vincent, IEEE Trans. Image Process.
 * 2:176-201, 1993, for the maxima that are meant).
 */
public final class HillCount {
    private HillCount() {}

    /** A hill's top. */
    public record Top(int x, int y, float height) {}

    /** Every hill, those that are highest in their part of the mask included, from the highest. */
    public static List<Top> of(float[] relief, BitMask mask, double leastRise) {
        int width = mask.width();
        int height = mask.height();
        int[] order = descending(relief, mask);
        int[] parent = new int[relief.length];
        Arrays.fill(parent, -1);
        boolean[] isTop = new boolean[relief.length];
        for (int i : order) {
            parent[i] = i;
            int x = i % width;
            int y = i / width;
            int own = i;
            boolean isNew = true;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                    int j = inside ? i + dy * width + dx : i;
                    if (j == i || parent[j] < 0) {
                        continue;
                    }
                    int other = root(parent, j);
                    if (other == own) {
                        continue;
                    }
                    own = isNew
                            ? joined(parent, other, own)
                            : merged(relief, parent, isTop, own, other, relief[i], leastRise);
                    isNew = false;
                }
            }
            isTop[i] = isNew;
        }
        List<Top> tops = new ArrayList<>();
        for (int i : order) {
            if (isTop[i]) {
                tops.add(new Top(i % width, i / width, relief[i]));
            }
        }
        return tops;
    }

    private static int joined(int[] parent, int hill, int pixel) {
        parent[pixel] = hill;
        return hill;
    }

    /** Two hills meet at a pass: the lower one stays a hill only if it rises far enough above it. */
    private static int merged(
            float[] relief, int[] parent, boolean[] isTop, int one, int two, float pass, double leastRise) {
        int high = relief[one] > relief[two] || (relief[one] == relief[two] && one < two) ? one : two;
        int low = high == one ? two : one;
        if (relief[low] - pass < leastRise) {
            isTop[low] = false;
        }
        parent[low] = high;
        return high;
    }

    private static int root(int[] parent, int pixel) {
        int root = pixel;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Pixels of the mask from the highest; of equal ones in the order of the picture. */
    private static int[] descending(float[] relief, BitMask mask) {
        int count = mask.count();
        long[] keys = new long[count];
        int n = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = mask.next(y, 0, true); x < mask.width(); x = mask.next(y, x + 1, true)) {
                int i = y * mask.width() + x;
                int bits = Float.floatToIntBits(Math.max(0f, relief[i]));
                keys[n++] = ((long) (Integer.MAX_VALUE - bits) << 32) | i;
            }
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
