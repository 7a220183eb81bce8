package org.kindlin.numerics.image;

/** Both passes of a Gaussian filter over every row at once, in sums of single floats. */
final class SingleGaussian {
    private final int width;
    private final int height;
    private final float[] across;
    private final float[] down;

    /** Kernels from their middles on. */
    SingleGaussian(int width, int height, double[] across, double[] down) {
        this.width = width;
        this.height = height;
        this.across = singles(across);
        this.down = singles(down);
    }

    private static float[] singles(double[] kernel) {
        float[] singles = new float[kernel.length];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = (float) kernel[i];
        }
        return singles;
    }

    float[] smooth(float[] picture) {
        int reach = across.length - 1;
        float[] smoothed = new float[picture.length];
        float[] line = new float[width + 2 * reach];
        float[] sums = new float[width];
        for (int y = 0; y < height; y++) {
            sumDown(picture, y, sums);
            System.arraycopy(sums, 0, line, reach, width);
            for (int i = 1; i <= reach; i++) {
                line[reach - i] = sums[GaussianFilter.mirrored(-i, width)];
                line[reach + width - 1 + i] = sums[GaussianFilter.mirrored(width - 1 + i, width)];
            }
            sumAcross(line, sums);
            System.arraycopy(sums, 0, smoothed, y * width, width);
        }
        return smoothed;
    }

    private void sumDown(float[] picture, int y, float[] sums) {
        scaled(sums, picture, y * width, down[0]);
        for (int k = 1; k < down.length; k++) {
            int above = GaussianFilter.mirrored(y - k, height) * width;
            int below = GaussianFilter.mirrored(y + k, height) * width;
            addBoth(sums, picture, above, below, down[k]);
        }
    }

    private void sumAcross(float[] line, float[] sums) {
        int reach = across.length - 1;
        scaled(sums, line, reach, across[0]);
        int k = 1;
        for (; k + 1 <= reach; k += 2) {
            addFour(sums, line, reach - k, reach + k, across[k], across[k + 1]);
        }
        if (k == reach) {
            addBoth(sums, line, 0, 2 * reach, across[k]);
        }
    }

    private static void scaled(float[] sums, float[] values, int from, float weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = weight * values[from + x];
        }
    }

    private static void addBoth(float[] sums, float[] values, int one, int two, float weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * (values[one + x] + values[two + x]);
        }
    }

    /** Two neighbours on either side, the outer ones with another weight. */
    private static void addFour(float[] sums, float[] line, int left, int right, float near, float far) {
        int first = left - 1;
        int last = right + 1;
        for (int x = 0; x < sums.length; x++) {
            sums[x] += near * (line[left + x] + line[right + x]) + far * (line[first + x] + line[last + x]);
        }
    }
}
