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
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
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
                magnitude[here + x] = (float) Math.sqrt(gx * gx + gy * gy);
            }
        }
        return magnitude;
    }
}
