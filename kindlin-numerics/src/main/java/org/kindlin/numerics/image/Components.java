package org.kindlin.numerics.image;

/**
 * Connected parts of a mask.
 *
 * @param label of every pixel, from 1; 0 outside of the mask
 * @param size pixels of each part; index 0 is not used
 */
public record Components(int width, int height, int[] label, int[] size) {

    /** Parts whose pixels touch by edges or corners. */
    public static Components of(boolean[] mask, int width, int height) {
        return of(mask, width, height, true);
    }

    /** Parts of a mask; {@code byCorners} says whether pixels that touch by a corner alone belong together. */
    public static Components of(boolean[] mask, int width, int height, boolean byCorners) {
        int[] label = new int[mask.length];
        int[] parent = new int[mask.length / 2 + 2];
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (!mask[i]) {
                    continue;
                }
                int own = x > 0 ? root(parent, label[i - 1]) : 0;
                if (y > 0) {
                    own = joined(parent, own, label[i - width]);
                    if (byCorners) {
                        own = x > 0 ? joined(parent, own, label[i - width - 1]) : own;
                        own = x < width - 1 ? joined(parent, own, label[i - width + 1]) : own;
                    }
                }
                if (own == 0) {
                    own = ++count;
                    parent[own] = own;
                }
                label[i] = own;
            }
        }
        return numbered(width, height, label, parent, count);
    }

    private static int joined(int[] parent, int own, int other) {
        if (other == 0) {
            return own;
        }
        int a = root(parent, other);
        if (own == 0 || own == a) {
            return a;
        }
        int low = Math.min(own, a);
        parent[Math.max(own, a)] = low;
        return low;
    }

    private static int root(int[] parent, int label) {
        int root = label;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private static Components numbered(int width, int height, int[] label, int[] parent, int count) {
        int[] number = new int[count + 1];
        int parts = 0;
        for (int i = 1; i <= count; i++) {
            if (parent[i] == i) {
                number[i] = ++parts;
            }
        }
        int[] size = new int[parts + 1];
        for (int i = 0; i < label.length; i++) {
            if (label[i] > 0) {
                label[i] = number[root(parent, label[i])];
                size[label[i]]++;
            }
        }
        return new Components(width, height, label, size);
    }

    /** Number of parts. */
    public int count() {
        return size.length - 1;
    }

    /** The mask of the parts with at least so many pixels. */
    public boolean[] atLeast(int pixels) {
        boolean[] mask = new boolean[label.length];
        for (int i = 0; i < label.length; i++) {
            mask[i] = label[i] > 0 && size[label[i]] >= pixels;
        }
        return mask;
    }

    /** Pixels of the largest part; 0 without parts. */
    public int largest() {
        int largest = 0;
        for (int i = 1; i < size.length; i++) {
            largest = Math.max(largest, size[i]);
        }
        return largest;
    }
}
