package org.kindlin.numerics.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log-linear end of a concentration-time curve: {@code ln c = intercept - rate t} by least squares.
 *
 * @param rate first-order rate constant, per unit of time
 * @param intercept ln concentration at time 0
 * @param rateStandardError of the rate; NaN with two points
 * @param rSquared of the regression
 * @param adjustedRSquared {@code 1 - (1 - R²)(n - 1)/(n - 2)}; NaN with two points
 * @param correlation of time with ln concentration
 * @param from first time used
 * @param to last time used
 * @param points number of points used
 */
public record TerminalPhase(
        double rate,
        double intercept,
        double rateStandardError,
        double rSquared,
        double adjustedRSquared,
        double correlation,
        double from,
        double to,
        int points) {
    /** Fewest points of a best fit. */
    public static final int FEWEST = 3;

    /** A longer window is taken where its adjusted R² is within this of the best. */
    public static final double TOLERANCE = 1e-4;

    /** Half-life, ln 2 / rate. */
    public double halfLife() {
        return StrictMath.log(2) / rate;
    }

    /** Number of half-lives that the points span. */
    public double spanRatio() {
        return (to - from) / halfLife();
    }

    /** The regression's concentration at a time. */
    public double at(double time) {
        return StrictMath.exp(intercept - rate * time);
    }

    /** The same, starting at an earlier or later time zero. */
    public TerminalPhase shifted(double by) {
        return new TerminalPhase(
                rate,
                intercept + rate * by,
                rateStandardError,
                rSquared,
                adjustedRSquared,
                correlation,
                from + by,
                to + by,
                points);
    }

    /**
     * The regression over all given points.
     *
     * @return empty with fewer than two different times
     */
    public static Optional<TerminalPhase> through(double[] times, double[] concentrations) {
        return over(times, concentrations, 0);
    }

    /**
     * The window of last points with the highest adjusted R²; among windows within {@value #TOLERANCE} of it the longest.
     * Windows hold at least {@value #FEWEST} points and fall.
     *
     * @param times rising, after the maximum
     * @param concentrations above zero
     */
    public static Optional<TerminalPhase> best(double[] times, double[] concentrations) {
        List<TerminalPhase> falling = new ArrayList<>();
        for (int first = times.length - FEWEST; first >= 0; first--) {
            over(times, concentrations, first)
                    .filter(phase -> phase.rate > 0 && Double.isFinite(phase.adjustedRSquared))
                    .ifPresent(falling::add);
        }
        double highest = falling.stream()
                .mapToDouble(TerminalPhase::adjustedRSquared)
                .max()
                .orElse(Double.NaN);
        return falling.reversed().stream()
                .filter(phase -> phase.adjustedRSquared > highest - TOLERANCE)
                .findFirst();
    }

    private static Optional<TerminalPhase> over(double[] times, double[] concentrations, int first) {
        int n = times.length - first;
        double meanTime = 0;
        double meanLog = 0;
        for (int i = first; i < times.length; i++) {
            meanTime += times[i] / n;
            meanLog += StrictMath.log(concentrations[i]) / n;
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = first; i < times.length; i++) {
            double x = times[i] - meanTime;
            double y = StrictMath.log(concentrations[i]) - meanLog;
            sxx += x * x;
            sxy += x * y;
            syy += y * y;
        }
        if (n < 2 || !(sxx > 0)) {
            return Optional.empty();
        }
        double slope = sxy / sxx;
        double correlation = syy > 0 ? sxy / Math.sqrt(sxx * syy) : 0;
        double rSquared = correlation * correlation;
        double residual = 0;
        for (int i = first; i < times.length; i++) {
            double miss = StrictMath.log(concentrations[i]) - meanLog - slope * (times[i] - meanTime);
            residual += miss * miss;
        }
        return Optional.of(new TerminalPhase(
                -slope,
                meanLog - slope * meanTime,
                Math.sqrt(residual / (n - 2) / sxx),
                rSquared,
                1 - (1 - rSquared) * (n - 1) / (n - 2),
                correlation,
                times[first],
                times[times.length - 1],
                n));
    }
}
