package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * Means over a disc about every pixel. A disc is made of columns, and columns as far left as right of its middle are as long as
 * each other: sums down the few different lengths are made first, then added along the row. The time grows with the disc's
 * width, not with its area. Beyond its borders a picture goes on with its last row and column.
 *
 * <p>Sums are made of single floats; no sum is the difference of larger ones, so that each errs by some 1e-6 of itself.
 */
public final class DiscMean {
    private static final int BLOCK = 1408; // columns at a time, so that the rows under a disc stay in a near cache

    private final float[] picture;
    private final int width;
    private final int height;
    private final int radius;
    private final int[] half;
    private final int[] lengths;
    private final float area;

    private DiscMean(float[] picture, int width, int height, int radius) {
        this.picture = picture;
        this.width = width;
        this.height = height;
        this.radius = radius;
        this.half = new int[radius + 1];
        long pixels = 0;
        for (int d = 0; d <= radius; d++) {
            half[d] = (int) Math.sqrt((double) radius * radius + 1 - (double) d * d);
            pixels += (2L * half[d] + 1) * (d == 0 ? 1 : 2);
        }
        this.lengths = Arrays.stream(half).sorted().distinct().toArray();
        this.area = pixels;
    }

    /** Means over the pixels whose centres lie within {@code sqrt(radius^2 + 1)}. */
    public static float[] of(float[] picture, int width, int height, int radius) {
        DiscMean filter = new DiscMean(picture, width, height, radius);
        float[] means = new float[picture.length];
        int block = Math.max(BLOCK, 4 * radius);
        for (int left = 0; left < width; left += block) {
            filter.block(left, Math.min(block, width - left), means);
        }
        return means;
    }

    private void block(int left, int columns, float[] means) {
        float[][] rows = new float[2 * radius + 1][columns + 2 * radius];
        float[][] sums = new float[radius + 1][];
        for (int length : lengths) {
            sums[length] = new float[columns + 2 * radius];
        }
        float[] total = new float[columns];
        for (int y = -radius; y < radius; y++) {
            load(y, left, rows);
        }
        for (int y = 0; y < height; y++) {
            load(y + radius, left, rows);
            sumDown(rows, y, sums);
            sumAlong(sums, total);
            scale(total, area);
            System.arraycopy(total, 0, means, y * width + left, columns);
        }
    }

    private float[] row(float[][] rows, int y) {
        return rows[Math.floorMod(y, rows.length)];
    }

    private void load(int y, int left, float[][] rows) {
        float[] row = row(rows, y);
        int start = Math.clamp(y, 0, height - 1) * width;
        int before = Math.max(0, radius - left);
        int from = left + before - radius;
        int count = Math.min(width - from, row.length - before);
        Arrays.fill(row, 0, before, picture[start]);
        System.arraycopy(picture, start + from, row, before, count);
        Arrays.fill(row, before + count, row.length, picture[start + width - 1]);
    }

    /** Sums of columns of every length that occurs, the shorter within the longer. */
    private void sumDown(float[][] rows, int y, float[][] sums) {
        float[] known = row(rows, y);
        int reached = 0;
        for (int length : lengths) {
            float[] sum = sums[length];
            int d = reached + 1;
            for (; d + 1 <= length; d += 2) {
                four(sum, known, row(rows, y - d), row(rows, y + d), row(rows, y - d - 1), row(rows, y + d + 1));
                known = sum;
            }
            if (d == length) {
                two(sum, known, row(rows, y - d), row(rows, y + d));
                known = sum;
            }
            reached = length;
        }
    }

    private void sumAlong(float[][] sums, float[] total) {
        System.arraycopy(sums[half[0]], radius, total, 0, total.length);
        int d = 1;
        for (; d + 1 <= radius; d += 2) {
            fourBeside(total, sums[half[d]], sums[half[d + 1]], radius, d);
        }
        if (d == radius) {
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

    private static void twoBeside(float[] total, float[] sum, int left, int right) {
        for (int x = 0; x < total.length; x++) {
            total[x] += sum[x + left] + sum[x + right];
        }
    }

    private static void fourBeside(float[] total, float[] near, float[] far, int middle, int d) {
        int left = middle - d;
        int right = middle + d;
        for (int x = 0; x < total.length; x++) {
            total[x] += (near[x + left] + near[x + right]) + (far[x + left - 1] + far[x + right + 1]);
        }
    }

    private static void scale(float[] total, float area) {
        for (int x = 0; x < total.length; x++) {
            total[x] /= area;
        }
    }
}
