package org.kindlin.numerics.image;

/** The gradient by Sobel's operator, row by row. */
public final class Sobel {
    private Sobel() {}

    /**
     * Writes {@code gx^2 + gy^2} of a row, with the weights 1, 2, 1 across each difference.
     *
     * @param above the row above, with one more pixel on either side than {@code squares} has, as have the two others
     */
    public static void squares(float[] above, float[] here, float[] below, float[] squares) {
        for (int x = 0; x < squares.length; x++) {
            float gx = above[x + 2] - above[x] + 2 * (here[x + 2] - here[x]) + below[x + 2] - below[x];
            float gy = below[x] - above[x] + 2 * (below[x + 1] - above[x + 1]) + below[x + 2] - above[x + 2];
            squares[x] = gx * gx + gy * gy;
        }
    }
}
