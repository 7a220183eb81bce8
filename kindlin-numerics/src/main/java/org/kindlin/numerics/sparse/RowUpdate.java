package org.kindlin.numerics.sparse;

/** The inner loop of work on many right-hand sides at once, short enough for the compiler to vectorise. */
final class RowUpdate {
    private RowUpdate() {}

    /** {@code target[at + c] += factor * source[from + c]} for c below {@code width}. */
    static void add(double[] target, int at, double factor, double[] source, int from, int width) {
        for (int c = 0; c < width; c++) {
            target[at + c] += factor * source[from + c];
        }
    }

    /** {@code values[at + c] *= factor} for c below {@code width}. */
    static void scale(double[] values, int at, double factor, int width) {
        for (int c = 0; c < width; c++) {
            values[at + c] *= factor;
        }
    }
}
