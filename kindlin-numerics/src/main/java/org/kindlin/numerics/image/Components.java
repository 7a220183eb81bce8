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
        return new RunLabels(mask, width, height, byCorners).components();
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
