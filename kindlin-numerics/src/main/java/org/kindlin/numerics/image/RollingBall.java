package org.kindlin.numerics.image;

/**
 * The background of a profile as the path of a ball's top rolled along below it (S. R. Sternberg, Computer 16:22-34, 1983).
 *
 * <p>It follows the flanks of broad peaks and so takes part of them away: a radius of 50 samples takes some 6 % of a band.
 */
public final class RollingBall {
    private RollingBall() {}

    /** The background for a ball of this radius in samples, its height in units of the profile scaled alike. */
    public static double[] background(double[] profile, int radius) {
        int n = profile.length;
        double[] ball = new double[2 * radius + 1];
        for (int i = -radius; i <= radius; i++) {
            ball[i + radius] = Math.sqrt((double) radius * radius - (double) i * i);
        }
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            double lowest = Double.POSITIVE_INFINITY;
            for (int j = Math.max(0, i - radius); j <= Math.min(n - 1, i + radius); j++) {
                lowest = Math.min(lowest, profile[j] - ball[j - i + radius]);
            }
            centre[i] = lowest;
        }
        double[] background = new double[n];
        for (int i = 0; i < n; i++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int j = Math.max(0, i - radius); j <= Math.min(n - 1, i + radius); j++) {
                highest = Math.max(highest, centre[j] + ball[j - i + radius]);
            }
            background[i] = highest;
        }
        return background;
    }
}
