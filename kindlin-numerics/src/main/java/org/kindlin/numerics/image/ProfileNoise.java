package org.kindlin.numerics.image;

import org.kindlin.numerics.statistics.Descriptive;

/** The standard deviation of the noise of a profile whose signal is smooth over a few samples. */
public final class ProfileNoise {
    private static final double OF_SECOND_DIFFERENCE = Math.sqrt(6); // 1, -2, 1

    private ProfileNoise() {}

    /** From the median of absolute second differences, which bands hardly change; 0 for fewer than three samples. */
    public static double of(double[] profile) {
        if (profile.length < 3) {
            return 0;
        }
        double[] differences = new double[profile.length - 2];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(profile[i] - 2 * profile[i + 1] + profile[i + 2]);
        }
        return Descriptive.MAD_TO_SD * Descriptive.median(differences) / OF_SECOND_DIFFERENCE;
    }
}
