package org.kindlin.numerics.mixed;

import java.util.Arrays;
import java.util.List;

/**
 * How the residuals of one subject vary and hang together: standard deviation σ s(row), correlation φ^|t - t'| where they are
 * serial (continuous-time first-order autoregression, J. C. Pinheiro and D. M. Bates, Mixed-Effects Models in S and S-PLUS, 2000,
 * section 5.3).
 *
 * @param spread how the standard deviation depends on the row
 * @param isSerial whether residuals of one subject are correlated over time
 */
public record ResidualModel(Spread spread, boolean isSerial) {

    /** Independent residuals of one variance. */
    public static final ResidualModel INDEPENDENT = new ResidualModel(Spread.CONSTANT, false);

    /** Correlations closer to 0 or 1 are not told apart from them. */
    private static final double MOST_LOGIT = 18;

    /** What the standard deviation of a residual depends on. */
    public enum Spread {
        /** On nothing. */
        CONSTANT,
        /** On the time: |t|^δ. Times must not be zero. */
        POWER_OF_TIME,
        /** On the stratum: 1 in the first, a ratio of its own in every other. */
        BY_STRATUM
    }

    /**
     * Estimated parameters.
     *
     * @param correlation φ, the correlation of residuals one unit of time apart; zero where they are independent
     * @param power δ; zero unless the spread is a power of time
     * @param ratios standard deviations relative to the first stratum's, which leads with 1; empty unless by stratum
     */
    public record Parameters(double correlation, double power, double[] ratios) {}

    int size(int strata) {
        return (isSerial ? 1 : 0)
                + switch (spread) {
                    case CONSTANT -> 0;
                    case POWER_OF_TIME -> 1;
                    case BY_STRATUM -> strata - 1;
                };
    }

    /** Parameters from unbounded numbers: logit φ first, then δ or logarithms of ratios. */
    Parameters parameters(double[] unbounded) {
        int next = 0;
        double correlation = 0;
        if (isSerial) {
            correlation = 1 / (1 + Math.exp(-Math.clamp(unbounded[next++], -MOST_LOGIT, MOST_LOGIT)));
        }
        double power = spread == Spread.POWER_OF_TIME ? unbounded[next] : 0;
        double[] ratios = new double[0];
        if (spread == Spread.BY_STRATUM) {
            ratios = new double[unbounded.length - next + 1];
            ratios[0] = 1;
            for (int k = 1; k < ratios.length; k++) {
                ratios[k] = Math.exp(unbounded[next + k - 1]);
            }
        }
        return new Parameters(correlation, power, ratios);
    }

    /**
     * Data multiplied by the inverse square root of their residual correlation matrix R.
     *
     * @param logDeterminant log|R| over all subjects
     */
    record Whitened(MixedData data, double logDeterminant) {}

    Whitened whiten(MixedData data, Parameters parameters) {
        double logDeterminant = 0;
        Subject[] subjects = new Subject[data.subjects().size()];
        for (int s = 0; s < subjects.length; s++) {
            Subject subject = data.subjects().get(s);
            double[] y = subject.response().clone();
            double[][] x = copy(subject.fixed());
            double[][] z = copy(subject.random());
            logDeterminant += scale(subject, parameters, y, x, z);
            if (isSerial) {
                logDeterminant += decorrelate(subject.time(), parameters.correlation, y, x, z);
            }
            subjects[s] = new Subject(y, x, z, subject.time(), subject.stratum());
        }
        return new Whitened(new MixedData(List.of(subjects)), logDeterminant);
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private double scale(Subject subject, Parameters parameters, double[] y, double[][] x, double[][] z) {
        double logDeterminant = 0;
        for (int i = 0; i < y.length; i++) {
            double deviation = switch (spread) {
                case CONSTANT -> 1;
                case POWER_OF_TIME -> Math.pow(Math.abs(subject.time()[i]), parameters.power);
                case BY_STRATUM -> parameters.ratios[subject.stratum()[i]];
            };
            logDeterminant += 2 * Math.log(deviation);
            y[i] /= deviation;
            divide(x[i], deviation);
            divide(z[i], deviation);
        }
        return logDeterminant;
    }

    private static void divide(double[] row, double by) {
        for (int c = 0; c < row.length; c++) {
            row[c] /= by;
        }
    }

    /** Each row less what the row before predicts of it; backwards, so that the row before is still itself. */
    private static double decorrelate(double[] time, double correlation, double[] y, double[][] x, double[][] z) {
        double logDeterminant = 0;
        for (int i = y.length - 1; i > 0; i--) {
            double rho = Math.pow(correlation, time[i] - time[i - 1]);
            double left = Math.max(1 - rho * rho, 1e-15);
            logDeterminant += Math.log(left);
            double root = Math.sqrt(left);
            y[i] = (y[i] - rho * y[i - 1]) / root;
            combine(x[i], x[i - 1], rho, root);
            combine(z[i], z[i - 1], rho, root);
        }
        return logDeterminant;
    }

    private static void combine(double[] row, double[] before, double rho, double root) {
        for (int c = 0; c < row.length; c++) {
            row[c] = (row[c] - rho * before[c]) / root;
        }
    }
}
