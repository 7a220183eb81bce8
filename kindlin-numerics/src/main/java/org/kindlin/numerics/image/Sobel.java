package org.kindlin.numerics.image;

/** The gradient by Sobel's operator, row by row. */
public final class Sobel {
    private final float[] smooth;
    private final float[] step;

    /** For rows of so many pixels. */
    public Sobel(int width) {
        this.smooth = new float[width + 2];
        this.step = new float[width + 2];
    }

    /**
     * Writes {@code gx^2 + gy^2} of a row, with the weights 1, 2, 1 across each difference.
     *
     * @param above the row above, with one more pixel on either side than {@code squares} has, as have the two others
     */
    public void squares(float[] above, float[] here, float[] below, float[] squares) {
        for (int x = 0; x < smooth.length; x++) {
            smooth[x] = above[x] + 2 * here[x] + below[x];
            step[x] = below[x] - above[x];
        }
        along(smooth, step, squares);
    }

    private static void along(float[] smooth, float[] step, float[] squares) {
        for (int x = 0; x < squares.length; x++) {
            float gx = smooth[x + 2] - smooth[x];
            float gy = step[x] + 2 * step[x + 1] + step[x + 2];
            squares[x] = gx * gx + gy * gy;
        }
    }
}
