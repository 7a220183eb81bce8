package org.kindlin.numerics.image;

/**
 * Means over a disc about every pixel, by running sums along rows: the time does not grow with the disc's area but with its
 * height. Beyond its borders a picture goes on with its last row and column.
 */
public final class DiscMean {
    private DiscMean() {}

    /** Means over the pixels whose centres lie within {@code sqrt(radius^2 + 1)}. */
    public static float[] of(float[] picture, int width, int height, int radius) {
        int[] half = new int[radius + 1];
        long area = 0;
        for (int dy = 0; dy <= radius; dy++) {
            half[dy] = (int) Math.sqrt((double) radius * radius + 1 - (double) dy * dy);
            area += (2L * half[dy] + 1) * (dy == 0 ? 1 : 2);
        }
        double[][] sums = new double[height][];
        double[] total = new double[width];
        float[] means = new float[picture.length];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(total, 0);
            for (int dy = 0; dy <= radius; dy++) {
                double[] upper = sums(sums, picture, width, Math.max(0, y - dy), radius);
                double[] lower = sums(sums, picture, width, Math.min(height - 1, y + dy), radius);
                int from = radius + 1 - half[dy];
                int to = radius + 2 + half[dy];
                if (dy == 0) {
                    add(total, upper, from, to);
                } else {
                    add(total, upper, lower, from, to);
                }
            }
            if (y >= radius && y < height - 1) {
                release(sums, y - radius);
            }
            for (int x = 0; x < width; x++) {
                means[y * width + x] = (float) (total[x] / area);
            }
        }
        return means;
    }

    private static double[] sums(double[][] sums, float[] picture, int width, int row, int radius) {
        double[] known = sums[row];
        if (known == null) {
            known = prefix(picture, width, row, radius + 1);
            sums[row] = known;
        }
        return known;
    }

    private static void add(double[] total, double[] row, int from, int to) {
        for (int x = 0; x < total.length; x++) {
            total[x] += row[x + to] - row[x + from];
        }
    }

    /** Two rows of the same chord at once. */
    private static void add(double[] total, double[] upper, double[] lower, int from, int to) {
        for (int x = 0; x < total.length; x++) {
            total[x] += (upper[x + to] - upper[x + from]) + (lower[x + to] - lower[x + from]);
        }
    }

    /** The first row stays until the discs have left it. */
    private static void release(double[][] sums, int row) {
        if (row > 0) {
            sums[row] = new double[0];
        }
    }

    private static double[] prefix(float[] picture, int width, int row, int pad) {
        double[] sum = new double[width + 2 * pad + 1];
        for (int i = 0; i < width + 2 * pad; i++) {
            int x = Math.clamp(i - pad, 0, width - 1);
            sum[i + 1] = sum[i] + picture[row * width + x];
        }
        return sum;
    }
}
