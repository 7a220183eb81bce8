package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * Accelerated failure time models: log T = intercept + x'b + sigma W, W being Gumbel's least value (Weibull times) or normal
 * (log-normal times), by maximum likelihood with censoring (Kalbfleisch and Prentice 2002, chapter 3). Newton's method on the
 * coefficients and log sigma.
 */
public final class AcceleratedFailure {
    private static final int MOST_ITERATIONS = 200;
    private static final double SETTLED = 1e-16;

    /** Distribution of the times. */
    public enum Times {
        WEIBULL,
        LOG_NORMAL
    }

    /**
     * A fit.
     *
     * @param coefficients intercept first
     * @param covariance of the coefficients, then log sigma
     * @param logLikelihood of the times themselves, not of their logarithms
     */
    public record Fit(double[] coefficients, double sigma, double[][] covariance, double logLikelihood) {
        public double standardError(int coefficient) {
            return Math.sqrt(covariance[coefficient][coefficient]);
        }
    }

    private final Times times;
    private final int n;
    private final int p;
    private final double[][] x;
    private final double[] y;
    private final boolean[] event;

    private AcceleratedFailure(SurvivalSample sample, Times times, double[][] covariates) {
        this.times = times;
        n = sample.size();
        p = covariates.length + 1;
        x = new double[n][p];
        y = new double[n];
        event = sample.event();
        for (int i = 0; i < n; i++) {
            x[i][0] = 1;
            y[i] = StrictMath.log(sample.exit()[i]);
            for (int j = 1; j < p; j++) {
                x[i][j] = covariates[j - 1][i];
            }
        }
    }

    /** Empty where a time is zero, entry is delayed, or the search does not settle. */
    public static Optional<Fit> fit(SurvivalSample sample, Times times, double[]... covariates) {
        boolean usable = !sample.isTruncated() && sample.events() > covariates.length + 1;
        for (double t : sample.exit()) {
            usable &= t > 0;
        }
        return usable ? new AcceleratedFailure(sample, times, covariates).fit() : Optional.empty();
    }

    /** Value, gradient and information at one place. */
    private static final class Place {
        double value;
        double[] gradient = new double[0];
        double[] information = new double[0];
    }

    private Optional<Fit> fit() {
        double[] at = start();
        Place now = place(at);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            PackedCholesky curvature = PackedCholesky.of(now.information, p + 1);
            if (!curvature.isPositiveDefinite()) {
                curvature = PackedCholesky.of(diagonal(now.information), p + 1);
            }
            double[] step = curvature.solve(now.gradient);
            double decrement = 0;
            for (int j = 0; j <= p; j++) {
                decrement += step[j] * now.gradient[j];
            }
            Place next = now;
            double size = 1;
            double[] moved = at;
            for (int halving = 0; halving < 40; halving++) {
                moved = at.clone();
                for (int j = 0; j <= p; j++) {
                    moved[j] += size * step[j];
                }
                next = place(moved);
                if (next.value >= now.value - 1e-13 * Math.abs(now.value)) {
                    break;
                }
                size /= 2;
            }
            at = moved;
            now = next;
            if (Math.abs(decrement) < SETTLED) {
                return result(at, now);
            }
        }
        return Optional.empty();
    }

    private Optional<Fit> result(double[] at, Place now) {
        PackedCholesky curvature = PackedCholesky.of(now.information, p + 1);
        return curvature.isPositiveDefinite()
                ? Optional.of(new Fit(Arrays.copyOf(at, p), StrictMath.exp(at[p]), curvature.inverse(), now.value))
                : Optional.empty();
    }

    private double[] start() {
        double[] at = new double[p + 1];
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance =
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        at[0] = mean;
        at[p] = StrictMath.log(Math.max(Math.sqrt(variance), 1e-3));
        return at;
    }

    private static double[] diagonal(double[] packed) {
        double[] diagonal = new double[packed.length];
        int at = 0;
        for (int j = 0; at < packed.length; j++) {
            for (int k = 0; k <= j; k++, at++) {
                diagonal[at] = j == k ? Math.max(Math.abs(packed[at]), 1e-6) : 0;
            }
        }
        return diagonal;
    }

    private Place place(double[] at) {
        Place place = new Place();
        place.gradient = new double[p + 1];
        place.information = new double[(p + 1) * (p + 2) / 2];
        double sigma = StrictMath.exp(at[p]);
        for (int i = 0; i < n; i++) {
            double eta = 0;
            for (int j = 0; j < p; j++) {
                eta += x[i][j] * at[j];
            }
            add(place, i, (y[i] - eta) / sigma, sigma, at[p]);
        }
        return place;
    }

    private void add(Place place, int i, double z, double sigma, double logSigma) {
        double value;
        double first;
        double second;
        if (times == Times.WEIBULL) {
            double hazard = StrictMath.exp(z);
            value = (event[i] ? z : 0) - hazard;
            first = (event[i] ? 1 : 0) - hazard;
            second = -hazard;
        } else if (event[i]) {
            value = -z * z / 2 - StrictMath.log(2 * Math.PI) / 2;
            first = -z;
            second = -1;
        } else {
            double tail = Distributions.normalUpperTail(z);
            double ratio = z > 30 ? z + 1 / z : StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / tail;
            value = z > 30 ? -z * z / 2 - StrictMath.log(z * Math.sqrt(2 * Math.PI)) : StrictMath.log(tail);
            first = -ratio;
            second = -ratio * (ratio - z);
        }
        place.value += value - (event[i] ? logSigma + y[i] : 0);
        int packed = 0;
        for (int j = 0; j < p; j++) {
            place.gradient[j] -= first * x[i][j] / sigma;
            for (int k = 0; k <= j; k++) {
                place.information[packed++] -= second * x[i][j] * x[i][k] / (sigma * sigma);
            }
        }
        place.gradient[p] -= first * z + (event[i] ? 1 : 0);
        for (int k = 0; k < p; k++) {
            place.information[packed++] -= (second * z + first) * x[i][k] / sigma;
        }
        place.information[packed] -= second * z * z + first * z;
    }
}
