package org.kindlin.numerics.image;

import java.util.Arrays;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A smooth line below the peaks of a profile, by penalised least squares with weights.
 *
 * <p>It minimises {@code sum w (y - z)^2 + lambda sum (second difference of z)^2}, with {@code w} found in turn from
 * where the profile lies (P. H. C. Eilers, Anal. Chem. 75:3631-3636, 2003), which here are known to a part: outside of stated
 * peaks a sample counts in full unless it stands far out of the scatter there, so that noise does not push the line down and a
 * broad hill is followed; within them it counts little unless it lies far below the line.
 */
public final class SmoothBaseline {
    private static final double WITHIN = 1e-5; // a peak of many thousand deviations lifts the line by next to nothing
    private static final double WITHIN_NOISE = 2.5;
    private static final int MOST_TURNS = 50;

    private SmoothBaseline() {}

    /** The smoothing parameter that leaves waves of this period (in samples) at half their height. */
    public static double smoothing(double period) {
        double angular = period / (2 * Math.PI);
        return angular * angular * angular * angular;
    }

    /**
     * The line.
     *
     * @param smoothing see {@link #smoothing}
     * @param noise standard deviation of the profile's noise
     * @param inPeak where peaks stand
     */
    public static double[] of(double[] profile, double smoothing, double noise, boolean[] inPeak) {
        double[] weight = new double[profile.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = inPeak[i] ? WITHIN : 1;
        }
        double[] line = smooth(profile, weight, smoothing);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            double room = WITHIN_NOISE * Math.max(noise, scatter(profile, line, inPeak));
            boolean same = true;
            for (int i = 0; i < profile.length; i++) {
                double above = profile[i] - line[i];
                double next = above > room || (inPeak[i] && above > -room) ? WITHIN : 1;
                same &= next == weight[i];
                weight[i] = next;
            }
            if (same) {
                break;
            }
            line = smooth(profile, weight, smoothing);
        }
        return line;
    }

    /** How far the profile scatters about the line outside of peaks: what a stiff line cannot follow is no peak. */
    private static double scatter(double[] profile, double[] line, boolean[] inPeak) {
        double[] away = new double[profile.length];
        int count = 0;
        for (int i = 0; i < profile.length; i++) {
            if (!inPeak[i]) {
                away[count++] = Math.abs(profile[i] - line[i]);
            }
        }
        return count == 0 ? 0 : Descriptive.MAD_TO_SD * Descriptive.median(Arrays.copyOf(away, count));
    }

    /** Solves {@code (W + lambda D'D) z = W y}, D the second differences: five diagonals, by Cholesky's method. */
    static double[] smooth(double[] y, double[] weight, double lambda) {
        int n = y.length;
        double[] d = new double[n];
        double[] e = new double[n];
        double[] f = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double diagonal =
                    weight[i] + lambda * ((i < n - 2 ? 1 : 0) + (i > 0 && i < n - 1 ? 4 : 0) + (i > 1 ? 1 : 0));
            double first = i < n - 1 ? lambda * ((i < n - 2 ? -2 : 0) + (i > 0 ? -2 : 0)) : 0;
            double second = i < n - 2 ? lambda : 0;
            d[i] = diagonal
                    - (i > 0 ? d[i - 1] * e[i - 1] * e[i - 1] : 0)
                    - (i > 1 ? d[i - 2] * f[i - 2] * f[i - 2] : 0);
            e[i] = (first - (i > 0 ? d[i - 1] * e[i - 1] * f[i - 1] : 0)) / d[i];
            f[i] = second / d[i];
            z[i] = weight[i] * y[i] - (i > 0 ? e[i - 1] * z[i - 1] : 0) - (i > 1 ? f[i - 2] * z[i - 2] : 0);
        }
        for (int i = n - 1; i >= 0; i--) {
            z[i] = z[i] / d[i] - (i < n - 1 ? e[i] * z[i + 1] : 0) - (i < n - 2 ? f[i] * z[i + 2] : 0);
        }
        return z;
    }
}
