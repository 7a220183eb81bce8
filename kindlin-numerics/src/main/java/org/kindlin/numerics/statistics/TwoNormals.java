package org.kindlin.numerics.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * A mixture of two normal distributions, fitted by expectation and maximisation from the halves of the sample on (Dempster,
 * Laird and Rubin, J. R. Stat. Soc. B 39:1, 1977). No random start: the same sample gives the same answer.
 *
 * @param weight share of the lower component
 * @param lowMean mean of the lower component
 * @param lowSd its standard deviation
 * @param highMean mean of the upper component
 * @param highSd its standard deviation
 */
public record TwoNormals(double weight, double lowMean, double lowSd, double highMean, double highSd) {
    private static final int MOST_STEPS = 500;
    private static final double LEAST_SHARE = 0.005;
    /** Ashman's D below this: the components do not stand apart (Ashman, Bird and Zepf, Astron. J. 108:2348, 1994). */
    private static final double LEAST_SEPARATION = 3;

    /**
     * Fits the mixture.
     *
     * @param values at least 20, all finite
     * @param split values below start in the lower component
     * @return empty where one component vanishes, or the two do not stand apart (Ashman's D below 3)
     */
    public static Optional<TwoNormals> fit(double[] values, double split) {
        double[] lower = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            lower[i] = values[i] < split ? 1 : 0;
        }
        double least = 1e-3
                * (Arrays.stream(values).max().orElse(0)
                        - Arrays.stream(values).min().orElse(0));
        Optional<TwoNormals> now = maximised(values, lower, least);
        for (int step = 0; step < MOST_STEPS && now.isPresent(); step++) {
            TwoNormals mixture = now.get();
            for (int i = 0; i < values.length; i++) {
                lower[i] = mixture.lowShare(values[i]);
            }
            now = maximised(values, lower, least);
            if (now.isPresent() && Math.abs(now.get().weight() - mixture.weight()) < 1e-9) {
                break;
            }
        }
        return now.filter(mixture -> mixture.separation() >= LEAST_SEPARATION);
    }

    /** Means and spreads under shares; empty where a component is all but empty. */
    private static Optional<TwoNormals> maximised(double[] values, double[] lower, double least) {
        double n = 0;
        double lowSum = 0;
        double highSum = 0;
        for (int i = 0; i < values.length; i++) {
            n += lower[i];
            lowSum += lower[i] * values[i];
            highSum += (1 - lower[i]) * values[i];
        }
        double weight = n / values.length;
        if (!(weight > LEAST_SHARE && weight < 1 - LEAST_SHARE)) {
            return Optional.empty();
        }
        double lowMean = lowSum / n;
        double highMean = highSum / (values.length - n);
        double lowSquares = 0;
        double highSquares = 0;
        for (int i = 0; i < values.length; i++) {
            lowSquares += lower[i] * (values[i] - lowMean) * (values[i] - lowMean);
            highSquares += (1 - lower[i]) * (values[i] - highMean) * (values[i] - highMean);
        }
        double lowSd = Math.max(least, Math.sqrt(lowSquares / n));
        double highSd = Math.max(least, Math.sqrt(highSquares / (values.length - n)));
        return lowSd > 0 && lowMean < highMean
                ? Optional.of(new TwoNormals(weight, lowMean, lowSd, highMean, highSd))
                : Optional.empty();
    }

    /** Ashman's D: the distance of the means in units of the root mean square of the spreads. */
    public double separation() {
        return (highMean - lowMean) / Math.sqrt((lowSd * lowSd + highSd * highSd) / 2);
    }

    /** The probability that a value belongs to the lower component. */
    public double lowShare(double value) {
        if (value <= lowMean) {
            return 1;
        }
        if (value >= highMean) {
            return 0;
        }
        double low = weight / lowSd * density((value - lowMean) / lowSd);
        double high = (1 - weight) / highSd * density((value - highMean) / highSd);
        return low + high > 0 ? low / (low + high) : 0.5;
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2);
    }

    /** The value between the means that belongs to either with the same probability. */
    public double threshold() {
        double low = lowMean;
        double high = highMean;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (lowShare(middle) > 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
