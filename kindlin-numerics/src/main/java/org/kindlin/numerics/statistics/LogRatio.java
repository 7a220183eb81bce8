package org.kindlin.numerics.statistics;

import java.util.Optional;

/**
 * The ratio A/B of two independent positive quantities estimated on a logarithmic scale, with its interval.
 *
 * <p>The difference of the logarithms has variance s_A² + s_B²; Student's t with Welch and Satterthwaite's degrees of
 * freedom gives the interval (B. L. Welch, Biometrika 34:28-35, 1947), which is carried back to the ratio.
 *
 * @param ratio the estimated ratio
 * @param low lower end of the interval of the ratio
 * @param high upper end of the interval of the ratio
 * @param standardErrorOfLog standard error of ln(ratio)
 * @param df Welch-Satterthwaite degrees of freedom
 * @param level confidence level
 */
public record LogRatio(double ratio, double low, double high, double standardErrorOfLog, double df, double level) {
    /**
     * An estimate on the natural logarithmic scale.
     *
     * @param log the estimate, a natural logarithm
     * @param standardError its standard error, positive
     * @param df its degrees of freedom, positive; infinite where the standard error is known
     */
    public record LogEstimate(double log, double standardError, double df) {
        public LogEstimate {
            if (!Double.isFinite(log) || !(standardError > 0) || !(df > 0)) {
                throw new IllegalArgumentException(
                        "log " + log + ", standard error " + standardError + ", degrees of freedom " + df);
            }
        }

        /** The mean logarithm of a sample with its standard error; empty with fewer than two, one not positive, or all alike. */
        public static Optional<LogEstimate> ofSample(double[] values) {
            double[] logs = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                if (!(values[i] > 0)) {
                    return Optional.empty();
                }
                logs[i] = StrictMath.log(values[i]);
            }
            double error = logs.length < 2 ? 0 : Descriptive.standardDeviation(logs) / Math.sqrt(logs.length);
            return error > 0
                    ? Optional.of(new LogEstimate(Descriptive.mean(logs), error, logs.length - 1.0))
                    : Optional.empty();
        }

        /** The same estimate given on the decadic scale. */
        public static LogEstimate ofLog10(double log10, double standardError, double df) {
            return new LogEstimate(log10 * StrictMath.log(10), standardError * StrictMath.log(10), df);
        }
    }

    /** Standard error of the ratio itself, to first order. */
    public double standardError() {
        return ratio * standardErrorOfLog;
    }

    /** The ratio of numerator to denominator with its two-sided interval of this level. */
    public static LogRatio of(LogEstimate numerator, LogEstimate denominator, double level) {
        double va = numerator.standardError() * numerator.standardError();
        double vb = denominator.standardError() * denominator.standardError();
        double variance = va + vb;
        double df = variance * variance / (va * va / numerator.df() + vb * vb / denominator.df());
        double p = 0.5 + level / 2;
        double t = Double.isInfinite(df) ? Distributions.normalQuantile(p) : Distributions.studentQuantile(p, df);
        double se = Math.sqrt(variance);
        double log = numerator.log() - denominator.log();
        return new LogRatio(
                StrictMath.exp(log), StrictMath.exp(log - t * se), StrictMath.exp(log + t * se), se, df, level);
    }
}
