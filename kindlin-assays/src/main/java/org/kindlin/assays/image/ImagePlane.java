package org.kindlin.assays.image;

import org.kindlin.numerics.image.BitMask;

/**
 * One channel of one picture: samples in rows from the top left, as stored.
 *
 * @param samples {@code width * height} of them
 */
public record ImagePlane(int width, int height, Samples samples) {
    public ImagePlane {
        if (width < 1 || height < 1 || (long) width * height != samples.length()) {
            throw new IllegalArgumentException(width + " x " + height + " pixels, " + samples.length() + " samples");
        }
    }

    /** A plane of numbers. */
    public static ImagePlane of(int width, int height, float[] values) {
        return new ImagePlane(width, height, new Samples.Floats(values));
    }

    public float at(int x, int y) {
        return samples.at(y * width + x);
    }

    /** What is not black. */
    public BitMask notBlack() {
        return BitMask.above(values(), width, height, 0);
    }

    /** All values, row by row, in a new array. */
    public float[] values() {
        return samples.values();
    }

    /** A part of the plane; the plane itself where it is all of it. */
    public ImagePlane crop(int left, int top, int across, int down) {
        if (across == width && down == height) {
            return this;
        }
        float[] part = new float[across * down];
        for (int y = 0; y < down; y++) {
            samples.copy((top + y) * width + left, across, part, y * across);
        }
        return of(across, down, part);
    }

    /** The plane turned clockwise by quarters of a turn. */
    public ImagePlane turned(int quarters) {
        int turns = Math.floorMod(quarters, 4);
        if (turns == 0) {
            return this;
        }
        int across = turns == 2 ? width : height;
        int down = turns == 2 ? height : width;
        float[] turned = new float[across * down];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                turned[y * across + x] = switch (turns) {
                    case 1 -> at(y, height - 1 - x);
                    case 2 -> at(width - 1 - x, height - 1 - y);
                    default -> at(width - 1 - y, x);
                };
            }
        }
        return of(across, down, turned);
    }

    /** The plane with left and right exchanged. */
    public ImagePlane mirrored() {
        float[] mirrored = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mirrored[y * width + x] = at(width - 1 - x, y);
            }
        }
        return of(width, height, mirrored);
    }

    /** Whether another plane has the same width and height. */
    public boolean isAsLargeAs(ImagePlane other) {
        return width == other.width && height == other.height;
    }
}
