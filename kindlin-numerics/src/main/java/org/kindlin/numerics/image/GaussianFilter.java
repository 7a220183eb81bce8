package org.kindlin.numerics.image;

/** Gaussian smoothing; beyond its borders a picture goes on as if mirrored. */
public final class GaussianFilter {
    private static final double REACH = 3.5;

    private GaussianFilter() {}

    /** A smoothed profile. */
    public static double[] smooth(double[] profile, double sigma) {
        double[] kernel = kernel(sigma);
        int radius = kernel.length - 1;
        double[] smoothed = new double[profile.length];
        double[] line = new double[profile.length + 2 * radius];
        System.arraycopy(profile, 0, line, radius, profile.length);
        for (int i = 1; i <= radius; i++) {
            line[radius - i] = profile[mirrored(-i, profile.length)];
            line[radius + profile.length - 1 + i] = profile[mirrored(profile.length - 1 + i, profile.length)];
        }
        for (int i = 0; i < profile.length; i++) {
            smoothed[i] = kernel[0] * profile[i];
        }
        for (int k = 1; k <= radius; k++) {
            addBoth(smoothed, line, radius - k, radius + k, kernel[k]);
        }
        return smoothed;
    }

    /** A smoothed picture; a sigma of zero leaves that direction as it is. Row by row, so that memory is read in order. */
    public static float[] smooth(float[] picture, int width, int height, double sigmaX, double sigmaY) {
        double[] across = kernel(sigmaX);
        double[] down = kernel(sigmaY);
        int reach = across.length - 1;
        float[] smoothed = new float[picture.length];
        float[] line = new float[width + 2 * reach];
        double[] sums = new double[width];
        for (int y = 0; y < height; y++) {
            scaled(sums, picture, y * width, down[0]);
            for (int k = 1; k < down.length; k++) {
                int above = mirrored(y - k, height) * width;
                int below = mirrored(y + k, height) * width;
                addBoth(sums, picture, above, below, down[k]);
            }
            round(sums, line, reach);
            for (int i = 1; i <= reach; i++) {
                line[reach - i] = line[reach + mirrored(-i, width)];
                line[reach + width - 1 + i] = line[reach + mirrored(width - 1 + i, width)];
            }
            scaled(sums, line, reach, across[0]);
            for (int k = 1; k <= reach; k++) {
                addBoth(sums, line, reach - k, reach + k, across[k]);
            }
            round(sums, smoothed, y * width);
        }
        return smoothed;
    }

    private static void scaled(double[] sums, float[] values, int from, double weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = weight * values[from + x];
        }
    }

    /** Sums of another type than what is added cannot be the same array, which lets the loop take many pixels at once. */
    private static void addBoth(double[] sums, float[] values, int one, int two, double weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * ((double) values[one + x] + (double) values[two + x]);
        }
    }

    private static void round(double[] sums, float[] target, int from) {
        for (int x = 0; x < sums.length; x++) {
            target[from + x] = (float) sums[x];
        }
    }

    private static void addBoth(double[] sums, double[] line, int left, int right, double weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * (line[x + left] + line[x + right]);
        }
    }

    private static double[] kernel(double sigma) {
        if (sigma <= 0) {
            return new double[] {1};
        }
        int radius = (int) Math.ceil(REACH * sigma);
        double[] kernel = new double[radius + 1];
        double sum = 0;
        for (int k = 0; k <= radius; k++) {
            kernel[k] = StrictMath.exp(-0.5 * k * k / (sigma * sigma));
            sum += k == 0 ? kernel[k] : 2 * kernel[k];
        }
        for (int k = 0; k <= radius; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }

    /** An index beyond the ends, mirrored about the outer edge of the last sample. */
    static int mirrored(int i, int n) {
        int period = 2 * n;
        int wrapped = Math.floorMod(i, period);
        return wrapped < n ? wrapped : period - 1 - wrapped;
    }
}
