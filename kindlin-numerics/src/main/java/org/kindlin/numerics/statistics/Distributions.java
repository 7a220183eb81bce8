package org.kindlin.numerics.statistics;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.kindlin.numerics.random.NormalQuantile;

/**
 * Tail probabilities and quantiles of the normal, Student t, F and chi-squared distributions.
 *
 * <p>Upper tails are computed as such, never as one minus a lower tail, so small p values keep their relative accuracy.
 * Quantiles are polished by Newton steps to about 1e-14 relative. Degrees of freedom are positive real numbers.
 */
public final class Distributions {
    private static final int NEWTON_STEPS = 3;

    private Distributions() {}

    /** P(Z &gt; z) of the standard normal. */
    public static double normalUpperTail(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    /** The z below which a standard normal lies with probability p in (0, 1). */
    public static double normalQuantile(double p) {
        return NormalQuantile.of(p);
    }

    /** P(|T| &gt; |t|) of Student's t. */
    public static double studentTwoSided(double t, double df) {
        requireDegrees(df);
        return Double.isInfinite(t) ? 0 : Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5);
    }

    /** The t below which Student's t lies with probability p in (0, 1). */
    public static double studentQuantile(double p, double df) {
        requireDegrees(df);
        requireProbability(p);
        if (p == 0.5) {
            return 0;
        }
        if (p < 0.5) {
            return -studentQuantile(1 - p, df);
        }
        TDistribution t = new TDistribution(df);
        double upper = 1 - p;
        return polish(t.inverseCumulativeProbability(p), x -> studentTwoSided(x, df) / 2 - upper, t::density);
    }

    /** P(F &gt; f) of Fisher's F. */
    public static double fUpperTail(double f, double df1, double df2) {
        requireDegrees(df1);
        requireDegrees(df2);
        return f <= 0 ? 1 : Beta.regularizedBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
    }

    /** The f below which Fisher's F lies with probability p in (0, 1). */
    public static double fQuantile(double p, double df1, double df2) {
        requireProbability(p);
        FDistribution f = new FDistribution(df1, df2);
        return polish(f.inverseCumulativeProbability(p), x -> fUpperTail(x, df1, df2) - (1 - p), f::density);
    }

    /** P(X &gt; x) of chi-squared. */
    public static double chiSquaredUpperTail(double x, double df) {
        requireDegrees(df);
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2);
    }

    /** The x below which chi-squared lies with probability p in (0, 1). */
    public static double chiSquaredQuantile(double p, double df) {
        requireDegrees(df);
        requireProbability(p);
        ChiSquaredDistribution chi = new ChiSquaredDistribution(df);
        return polish(chi.inverseCumulativeProbability(p), x -> chiSquaredUpperTail(x, df) - (1 - p), chi::density);
    }

    private static double polish(double start, DoubleUnaryOperator tailExcess, DoubleUnaryOperator density) {
        double x = start;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double next = x + tailExcess.applyAsDouble(x) / density.applyAsDouble(x);
            if (!Double.isFinite(next) || Math.abs(next - x) > 0.01 * Math.abs(x)) {
                return x;
            }
            x = next;
        }
        return x;
    }

    private static void requireDegrees(double df) {
        if (!(df > 0)) {
            throw new IllegalArgumentException("degrees of freedom must be positive, not " + df);
        }
    }

    private static void requireProbability(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability strictly between 0 and 1 is needed, not " + p);
        }
    }
}
