package org.kindlin.numerics.statistics;

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
     * @param split values below start in the lower component
     * @return empty where one component vanishes, or the two do not stand apart (Ashman's D below 3)
     */
    public static Optional<TwoNormals> fit(BinnedSample sample, double split) {
        double[] lower = new double[sample.counts().length];
        for (int bin = 0; bin < lower.length; bin++) {
            lower[bin] = sample.at(bin) < split ? 1 : 0;
        }
        return maximised(sample, lower).flatMap(start -> iterated(sample, start));
    }

    /** Fits the mixture from another one on, such as that of a sample much like this. */
    public static Optional<TwoNormals> fit(BinnedSample sample, TwoNormals start) {
        return iterated(sample, start);
    }

    private static Optional<TwoNormals> iterated(BinnedSample sample, TwoNormals start) {
        double[] lower = new double[sample.counts().length];
        Optional<TwoNormals> now = Optional.of(start);
        for (int step = 0; step < MOST_STEPS && now.isPresent(); step++) {
            TwoNormals mixture = now.get();
            for (int bin = 0; bin < lower.length; bin++) {
                lower[bin] = sample.counts()[bin] > 0 ? mixture.lowShare(sample.at(bin)) : 0;
            }
            now = maximised(sample, lower);
            if (now.isPresent() && Math.abs(now.get().weight() - mixture.weight()) < 1e-9) {
                break;
            }
        }
        return now.filter(mixture -> mixture.separation() >= LEAST_SEPARATION);
    }

    /** Means and spreads under shares; empty where a component is all but empty. */
    private static Optional<TwoNormals> maximised(BinnedSample sample, double[] lower) {
        double[] counts = sample.counts();
        double all = sample.size();
        double n = 0;
        double lowSum = 0;
        double highSum = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i] * lower[i];
            lowSum += counts[i] * lower[i] * sample.at(i);
            highSum += counts[i] * (1 - lower[i]) * sample.at(i);
        }
        double weight = n / all;
        if (!(weight > LEAST_SHARE && weight < 1 - LEAST_SHARE)) {
            return Optional.empty();
        }
        double lowMean = lowSum / n;
        double highMean = highSum / (all - n);
        double lowSquares = 0;
        double highSquares = 0;
        for (int i = 0; i < counts.length; i++) {
            double x = sample.at(i);
            lowSquares += counts[i] * lower[i] * (x - lowMean) * (x - lowMean);
            highSquares += counts[i] * (1 - lower[i]) * (x - highMean) * (x - highMean);
        }
        double lowSd = Math.max(sample.step(), Math.sqrt(lowSquares / n));
        double highSd = Math.max(sample.step(), Math.sqrt(highSquares / (all - n)));
        return lowMean < highMean
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
