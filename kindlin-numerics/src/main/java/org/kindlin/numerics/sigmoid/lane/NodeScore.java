package org.kindlin.numerics.sigmoid.lane;

/**
 * Scores of the nodes of a grid of starts. Score and node travel in one double: the explained share in units of
 * {@code 2^-38}, rounded, times 4096, plus the number of the node, so that the comparison is a plain maximum. Rounding
 * makes equals of nodes along a ridge where the data see one tail of the sigmoid.
 */
public final class NodeScore {
    public static final double INDEX_SPAN = 4096;
    public static final double RESOLUTION = 1L << 38;
    /** 1.5 x 2^52: adding and subtracting it rounds to a whole number. */
    static final double ROUNDER = 6755399441055744.0;
    /** Doses per pass: fewer passes than one for each. */
    private static final int STRIDE = 5;

    private NodeScore() {}

    /** The distance of a node from the data, as a share of the data's length about their mean. */
    public static double distance(double score) {
        return Math.sqrt(Math.max(1 - score / INDEX_SPAN / RESOLUTION, 0));
    }

    /** The score at a distance, a node's number aside. */
    public static double at(double distance) {
        return (1 - distance * distance) * RESOLUTION * INDEX_SPAN;
    }

    public static int node(double score) {
        return (int) ((long) score & (long) (INDEX_SPAN - 1));
    }

    public static double of(double product, double node) {
        double whole = Math.fma(product, product, ROUNDER) - ROUNDER;
        return Math.fma(whole, INDEX_SPAN, node);
    }

    /** What the responses of a curve are multiplied with, so that the square of a product is a score. */
    public static double unit(double scatter) {
        return scatter > 0 ? Math.sqrt(RESOLUTION / scatter) : 0;
    }

    /** Sets the products: the sum of all rows, each times its factor, added in their order. */
    public static void multiply(double[] factor, double[][] row, double[] product) {
        int last = row.length - 1;
        for (int from = 0; from <= last; from += STRIDE) {
            double u = factor[from];
            double v = from + 1 > last ? 0 : factor[from + 1];
            double w = from + 2 > last ? 0 : factor[from + 2];
            double x = from + 3 > last ? 0 : factor[from + 3];
            double y = from + 4 > last ? 0 : factor[from + 4];
            double[] a = row[from];
            double[] b = row[Math.min(from + 1, last)];
            double[] c = row[Math.min(from + 2, last)];
            double[] d = row[Math.min(from + 3, last)];
            double[] e = row[Math.min(from + 4, last)];
            if (from == 0) {
                set(u, v, w, x, y, a, b, c, d, e, product);
            } else {
                add(u, v, w, x, y, a, b, c, d, e, product);
            }
        }
    }

    private static void set(
            double u,
            double v,
            double w,
            double x,
            double y,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] e,
            double[] product) {
        for (int i = 0; i < product.length; i++) {
            double sum = Math.fma(w, c[i], Math.fma(v, b[i], u * a[i]));
            product[i] = Math.fma(y, e[i], Math.fma(x, d[i], sum));
        }
    }

    private static void add(
            double u,
            double v,
            double w,
            double x,
            double y,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] e,
            double[] product) {
        for (int i = 0; i < product.length; i++) {
            double sum = Math.fma(w, c[i], Math.fma(v, b[i], Math.fma(u, a[i], product[i])));
            product[i] = Math.fma(y, e[i], Math.fma(x, d[i], sum));
        }
    }
}
