package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * Means over a disc about every pixel of a row, of a picture that is handed over row by row. A disc is made of columns, and columns
 * as far left as right of its middle are as long as each other: sums down the few different lengths are made first, then added
 * along the row. The time grows with the disc's width, not with its area, and rows that nobody asks for cost next to none. Beyond
 * its left and right borders a picture goes on with its first and last column.
 *
 * <p>Sums down are made of single floats; no sum is the difference of larger ones, so that each errs by some 1e-6 of itself.
 */
public final class DiscMean {
    private final int radius;
    private final int[] half;
    private final int[] lengths;
    private final float[][] rows;
    private final float[][] sums;
    private final double[] total;
    private final double area;
    private int added;

    /** Means over the pixels whose centres lie within {@code sqrt(radius^2 + 1)}. */
    public DiscMean(int width, int radius) {
        this.radius = radius;
        this.half = new int[radius + 1];
        long pixels = 0;
        for (int d = 0; d <= radius; d++) {
            half[d] = halfWidth(radius, d);
            pixels += (2L * half[d] + 1) * (d == 0 ? 1 : 2);
        }
        this.lengths = Arrays.stream(half).sorted().distinct().toArray();
        this.rows = new float[2 * radius + 1][width + 2 * radius];
        this.sums = new float[radius + 1][];
        for (int length : lengths) {
            sums[length] = new float[width + 2 * radius];
        }
        this.total = new double[width];
        this.area = pixels;
    }

    /** Columns on either side of the middle of a disc's row so far from its middle row. */
    static int halfWidth(int radius, int away) {
        return (int) Math.sqrt((double) radius * radius + 1 - (double) away * away);
    }

    /** Hands over the next row. */
    public void add(float[] values) {
        float[] row = rows[added % rows.length];
        System.arraycopy(values, 0, row, radius, total.length);
        Arrays.fill(row, 0, radius, values[0]);
        Arrays.fill(row, radius + total.length, row.length, values[total.length - 1]);
        added++;
    }

    /** Writes the means about the pixels of the row that lies {@code radius} rows above the last one, from an index on. */
    public void means(float[] target, int from) {
        sumDown();
        sumAlong();
        for (int x = 0; x < total.length; x++) {
            target[from + x] = (float) (total[x] / area);
        }
    }

    private float[] row(int down) {
        return rows[Math.floorMod(added - 1 - radius + down, rows.length)];
    }

    /** Sums of columns of every length that occurs, the shorter within the longer. */
    private void sumDown() {
        float[] known = row(0);
        int reached = 0;
        for (int length : lengths) {
            float[] sum = sums[length];
            int d = reached + 1;
            for (; d + 1 <= length; d += 2) {
                four(sum, known, row(-d), row(d), row(-d - 1), row(d + 1));
                known = sum;
            }
            if (d == length) {
                two(sum, known, row(-d), row(d));
                known = sum;
            }
            reached = length;
        }
    }

    /** The total is of another type than what is added: it cannot be the same array, and the loop takes many pixels at once. */
    private void sumAlong() {
        beside(total, sums[half[0]], radius);
        for (int d = 1; d <= radius; d++) {
            twoBeside(total, sums[half[d]], radius - d, radius + d);
        }
    }

    private static void two(float[] sum, float[] known, float[] a, float[] b) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] = known[x] + (a[x] + b[x]);
        }
    }

    private static void four(float[] sum, float[] known, float[] a, float[] b, float[] c, float[] d) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] = known[x] + ((a[x] + b[x]) + (c[x] + d[x]));
        }
    }

    private static void beside(double[] total, float[] sum, int from) {
        for (int x = 0; x < total.length; x++) {
            total[x] = sum[x + from];
        }
    }

    private static void twoBeside(double[] total, float[] sum, int left, int right) {
        for (int x = 0; x < total.length; x++) {
            total[x] += sum[x + left] + sum[x + right];
        }
    }
}
