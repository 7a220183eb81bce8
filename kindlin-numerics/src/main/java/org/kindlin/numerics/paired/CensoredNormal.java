package org.kindlin.numerics.paired;

import java.util.Optional;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Mean and standard deviation of normal values of which some are known only to lie below or above a limit, by maximum
 * likelihood (Tobin, Econometrica 26:24, 1958); EM steps, which never fall, then the observed information.
 *
 * @param standardError of the mean
 */
public record CensoredNormal(double mean, double sd, double standardError) {
    private static final int MOST_STEPS = 20_000;
    private static final double SETTLED = 1e-12;

    /** How a value relates to the number recorded. */
    public enum Side {
        EXACT,
        /** The value is less than the number. */
        BELOW,
        /** The value is more than the number. */
        ABOVE
    }

    /** Empty with fewer than two exact values, or where they are all alike: the spread is then not determined. */
    public static Optional<CensoredNormal> of(double[] values, Side[] sides) {
        double sum = 0;
        int exact = 0;
        for (int i = 0; i < values.length; i++) {
            exact += sides[i] == Side.EXACT ? 1 : 0;
            sum += values[i];
        }
        double mean = sum / values.length;
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        return exact < 2 || !(variance > 0) ? Optional.empty() : search(values, sides, mean, Math.sqrt(variance));
    }

    private static Optional<CensoredNormal> search(double[] values, Side[] sides, double startMean, double startSd) {
        double mean = startMean;
        double sd = startSd;
        for (int step = 0; step < MOST_STEPS; step++) {
            double first = 0;
            double second = 0;
            for (int i = 0; i < values.length; i++) {
                double[] moments = moments(values[i], sides[i], mean, sd);
                first += moments[0];
                second += moments[1];
            }
            double nextMean = first / values.length;
            double nextSd = Math.sqrt(Math.max(second / values.length - nextMean * nextMean, Double.MIN_NORMAL));
            boolean settled = Math.abs(nextMean - mean) + Math.abs(nextSd - sd) < SETTLED * (sd + Math.abs(mean));
            mean = nextMean;
            sd = nextSd;
            if (settled) {
                break;
            }
        }
        double se = standardError(values, sides, mean, sd);
        return Double.isFinite(se) ? Optional.of(new CensoredNormal(mean, sd, se)) : Optional.empty();
    }

    /** Expected value and square given what is known. */
    private static double[] moments(double value, Side side, double mean, double sd) {
        if (side == Side.EXACT) {
            return new double[] {value, value * value};
        }
        int sign = side == Side.ABOVE ? 1 : -1;
        double z = sign * (value - mean) / sd;
        double ratio = mills(z);
        double first = mean + sign * sd * ratio;
        double variance = sd * sd * (1 + z * ratio - ratio * ratio);
        return new double[] {first, variance + first * first};
    }

    /** Density over upper tail. */
    private static double mills(double z) {
        return z > 30
                ? z + 1 / z
                : StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / Distributions.normalUpperTail(z);
    }

    /** From the observed information of mean and log sd. */
    private static double standardError(double[] values, Side[] sides, double mean, double sd) {
        double mm = 0;
        double ms = 0;
        double ss = 0;
        for (int i = 0; i < values.length; i++) {
            int sign = sides[i] == Side.BELOW ? -1 : 1;
            double z = sign * (values[i] - mean) / sd;
            if (sides[i] == Side.EXACT) {
                mm += 1;
                ms += 2 * z;
                ss += 2 * z * z;
                continue;
            }
            double ratio = mills(z);
            double slope = ratio * (ratio - z);
            mm += slope;
            ms += sign * (ratio + z * slope);
            ss += z * ratio + z * z * slope;
        }
        double determinant = mm * ss - ms * ms;
        return sd * Math.sqrt(ss / determinant);
    }
}
