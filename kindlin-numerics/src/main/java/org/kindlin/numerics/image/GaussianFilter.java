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
        for (int i = 0; i < profile.length; i++) {
            double sum = kernel[0] * profile[i];
            for (int k = 1; k <= radius; k++) {
                sum += kernel[k]
                        * (profile[mirrored(i - k, profile.length)] + profile[mirrored(i + k, profile.length)]);
            }
            smoothed[i] = sum;
        }
        return smoothed;
    }

    /** A smoothed picture; a sigma of zero leaves that direction as it is. */
    public static float[] smooth(float[] picture, int width, int height, double sigmaX, double sigmaY) {
        float[] rows = sigmaX > 0 ? across(picture, width, height, kernel(sigmaX)) : picture;
        return sigmaY > 0 ? down(rows, width, height, kernel(sigmaY)) : rows;
    }

    private static float[] across(float[] picture, int width, int height, double[] kernel) {
        int radius = kernel.length - 1;
        float[] smoothed = new float[picture.length];
        double[] line = new double[width + 2 * radius];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < line.length; i++) {
                line[i] = picture[y * width + mirrored(i - radius, width)];
            }
            for (int x = 0; x < width; x++) {
                double sum = kernel[0] * line[x + radius];
                for (int k = 1; k <= radius; k++) {
                    sum += kernel[k] * (line[x + radius - k] + line[x + radius + k]);
                }
                smoothed[y * width + x] = (float) sum;
            }
        }
        return smoothed;
    }

    /** Row by row, so that memory is read in order. */
    private static float[] down(float[] picture, int width, int height, double[] kernel) {
        int radius = kernel.length - 1;
        float[] smoothed = new float[picture.length];
        double[] sums = new double[width];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int k = -radius; k <= radius; k++) {
                int from = mirrored(y + k, height) * width;
                double weight = kernel[Math.abs(k)];
                for (int x = 0; x < width; x++) {
                    sums[x] += weight * picture[from + x];
                }
            }
            for (int x = 0; x < width; x++) {
                smoothed[y * width + x] = (float) sums[x];
            }
        }
        return smoothed;
    }

    private static double[] kernel(double sigma) {
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
