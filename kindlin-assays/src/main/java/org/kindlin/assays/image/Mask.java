package org.kindlin.assays.image;

import org.kindlin.numerics.image.Stretch;

/**
 * Part of a picture.
 *
 * @param inside of every pixel, row by row; shared, not copied: nobody writes to it
 */
public record Mask(int width, int height, boolean[] inside) {
    public Mask {
        if ((long) width * height != inside.length) {
            throw new IllegalArgumentException(width + " x " + height + " pixels, " + inside.length + " given");
        }
    }

    /** What is not black in a picture. */
    public static Mask notBlack(ImagePlane plane) {
        boolean[] inside = new boolean[plane.samples().length()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = plane.samples().at(i) > 0;
        }
        return new Mask(plane.width(), plane.height(), inside);
    }

    /** All of a picture of this size. */
    public static Mask all(int width, int height) {
        boolean[] inside = new boolean[width * height];
        java.util.Arrays.fill(inside, true);
        return new Mask(width, height, inside);
    }

    /** Number of pixels inside. */
    public int count() {
        return Stretch.count(inside);
    }

    /** What lies within both. */
    public Mask and(Mask other) {
        boolean[] both = inside.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.inside[i];
        }
        return new Mask(width, height, both);
    }
}
