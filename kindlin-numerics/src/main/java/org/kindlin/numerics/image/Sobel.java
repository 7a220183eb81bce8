package org.kindlin.numerics.image;

/** The size of the gradient by Sobel's operator; at the borders the picture goes on with its last row and column. */
public final class Sobel {
    private Sobel() {}

    /** {@code sqrt(gx^2 + gy^2)} with the weights 1, 2, 1 across each difference. */
    public static float[] magnitude(float[] picture, int width, int height) {
        float[] magnitude = new float[picture.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int here = y * width;
            int below = Math.min(height - 1, y + 1) * width;
            row(picture, magnitude, above, here, below, width);
        }
        return magnitude;
    }

    private static void row(float[] picture, float[] magnitude, int above, int here, int below, int width) {
        int last = width - 1;
        magnitude[here] = at(picture, above, here, below, 0, 0, Math.min(1, last));
        for (int x = 1; x < last; x++) {
            magnitude[here + x] = at(picture, above, here, below, x - 1, x, x + 1);
        }
        magnitude[here + last] = at(picture, above, here, below, Math.max(0, last - 1), last, last);
    }

    private static float at(float[] picture, int above, int here, int below, int left, int x, int right) {
        float gx = picture[above + right]
                - picture[above + left]
                + 2 * (picture[here + right] - picture[here + left])
                + picture[below + right]
                - picture[below + left];
        float gy = picture[below + left]
                - picture[above + left]
                + 2 * (picture[below + x] - picture[above + x])
                + picture[below + right]
                - picture[above + right];
        return (float) Math.sqrt(gx * gx + gy * gy);
    }
}
