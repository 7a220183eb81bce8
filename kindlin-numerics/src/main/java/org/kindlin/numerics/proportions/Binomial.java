package org.kindlin.numerics.proportions;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Tails of the binomial distribution by the incomplete beta function. */
final class Binomial {
    private static final int MOST_STEPS = 200;

    private Binomial() {}

    /** P(X &lt;= x). */
    static double lower(int x, int n, double p) {
        if (x < 0) {
            return 0;
        }
        return x >= n || p <= 0 ? 1 : p >= 1 ? 0 : Beta.regularizedBeta(1 - p, n - x, x + 1.0);
    }

    /** P(X &gt;= x). */
    static double upper(int x, int n, double p) {
        if (x <= 0) {
            return 1;
        }
        return x > n || p <= 0 ? 0 : p >= 1 ? 1 : Beta.regularizedBeta(p, x, n - x + 1.0);
    }

    /** P(X = x). */
    static double mass(int x, int n, double p) {
        double log = Gamma.logGamma(n + 1.0) - Gamma.logGamma(x + 1.0) - Gamma.logGamma(n - x + 1.0);
        double powers = (x == 0 ? 0 : x * StrictMath.log(p)) + (x == n ? 0 : (n - x) * StrictMath.log1p(-p));
        return StrictMath.exp(log + powers);
    }

    /** The quantile of the beta distribution, by bisection to the last digit. */
    static double betaQuantile(double probability, double a, double b) {
        return root(p -> Beta.regularizedBeta(p, a, b) - probability, 0, 1);
    }

    /** Where a function of a proportion that rises changes sign. */
    static double root(DoubleUnaryOperator rising, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < MOST_STEPS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (rising.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
