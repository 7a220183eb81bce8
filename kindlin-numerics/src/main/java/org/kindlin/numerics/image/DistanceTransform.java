package org.kindlin.numerics.image;

/** Exact Euclidean distances to the background (P. Felzenszwalb and D. Huttenlocher, Theory Comput. 8:415-428, 2012). */
public final class DistanceTransform {
    private static final double FAR = 1e12;

    private DistanceTransform() {}

    /** For every pixel of the mask its distance to the nearest pixel outside; beyond the borders nothing is outside. */
    public static float[] of(BitMask mask) {
        int width = mask.width();
        int height = mask.height();
        double[] squares = new double[width * height];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = mask.at(i % width, i / width) ? FAR : 0;
        }
        double[] line = new double[Math.max(width, height)];
        for (int x = 0; x < width; x++) {
            pass(squares, x, width, height, line);
        }
        for (int y = 0; y < height; y++) {
            pass(squares, y * width, 1, width, line);
        }
        float[] distance = new float[squares.length];
        double most = Math.hypot(width, height);
        for (int i = 0; i < distance.length; i++) {
            distance[i] = (float) Math.min(most, Math.sqrt(squares[i]));
        }
        return distance;
    }

    /** The lower envelope of parabolas rooted at every sample of a line. */
    private static void pass(double[] f, int start, int step, int n, double[] line) {
        int[] root = new int[n];
        double[] border = new double[n + 1];
        int k = 0;
        border[0] = Double.NEGATIVE_INFINITY;
        border[1] = Double.POSITIVE_INFINITY;
        for (int q = 0; q < n; q++) {
            line[q] = f[start + q * step];
        }
        for (int q = 1; q < n; q++) {
            double s = meet(line, q, root[k]);
            while (s <= border[k]) {
                k--;
                s = meet(line, q, root[k]);
            }
            k++;
            root[k] = q;
            border[k] = s;
            border[k + 1] = Double.POSITIVE_INFINITY;
        }
        k = 0;
        for (int q = 0; q < n; q++) {
            while (border[k + 1] < q) {
                k++;
            }
            double away = q - root[k];
            f[start + q * step] = away * away + line[root[k]];
        }
    }

    private static double meet(double[] f, int q, int v) {
        return (f[q] + (double) q * q - (f[v] + (double) v * v)) / (2.0 * q - 2.0 * v);
    }
}
