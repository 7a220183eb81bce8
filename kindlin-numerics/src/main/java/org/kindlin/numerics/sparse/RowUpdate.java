package org.kindlin.numerics.sparse;

/**
 * The inner loop of work on many right-hand sides at once: four of them stay in registers over a row, so that a row of
 * few elements and few right-hand sides, too short to vectorise, costs one load for each product.
 */
final class RowUpdate {
    private static final int BLOCK = 4;

    private RowUpdate() {}

    /**
     * {@code target[at + c] += sign Σ values[k] source[column[k] width + c]} over k from {@code first} to before
     * {@code last}, then times {@code factor}, for c below {@code width}.
     */
    static void add(
            double[] target,
            int at,
            double sign,
            double[] values,
            int[] column,
            int first,
            int last,
            double[] source,
            int width,
            double factor) {
        int c = 0;
        for (; c + BLOCK <= width; c += BLOCK) {
            double a0 = target[at + c];
            double a1 = target[at + c + 1];
            double a2 = target[at + c + 2];
            double a3 = target[at + c + 3];
            for (int k = first; k < last; k++) {
                double f = sign * values[k];
                int from = column[k] * width + c;
                a0 += f * source[from];
                a1 += f * source[from + 1];
                a2 += f * source[from + 2];
                a3 += f * source[from + 3];
            }
            target[at + c] = a0 * factor;
            target[at + c + 1] = a1 * factor;
            target[at + c + 2] = a2 * factor;
            target[at + c + 3] = a3 * factor;
        }
        for (; c < width; c++) {
            double a = target[at + c];
            for (int k = first; k < last; k++) {
                a += sign * values[k] * source[column[k] * width + c];
            }
            target[at + c] = a * factor;
        }
    }
}
