package org.kindlin.assays.image;

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

    /** All values, row by row, in a new array. */
    public float[] values() {
        return samples.values();
    }

    /** Whether another plane has the same width and height. */
    public boolean isAsLargeAs(ImagePlane other) {
        return width == other.width && height == other.height;
    }
}
