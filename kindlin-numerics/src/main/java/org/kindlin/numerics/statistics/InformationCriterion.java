package org.kindlin.numerics.statistics;

import java.util.OptionalDouble;

/**
 * Akaike's criterion for Gaussian least squares with the small-sample correction: AICc = n ln(RSS/n) + 2K + 2K(K + 1) /
 * (n − K − 1).
 *
 * <p>K counts the fitted parameters of the curve <em>and</em> the error variance, K = p + 1 (C. M. Hurvich and C.-L.
 * Tsai, Biometrika 76:297-307, 1989; K. P. Burnham and D. R. Anderson, Model Selection and Multimodel Inference, 2nd
 * ed. 2002, section 2.4). The constant n(1 + ln 2π) is left out: compare only fits to the same data and weights.
 */
public final class InformationCriterion {
    private InformationCriterion() {}

    /** AICc of a fit; empty where n ≤ K + 1 or the fit is perfect. */
    public static OptionalDouble aicc(double rss, int observations, int curveParameters) {
        int k = curveParameters + 1;
        int left = observations - k - 1;
        if (left <= 0 || !(rss > 0)) {
            return OptionalDouble.empty();
        }
        double penalty = 2.0 * k + 2.0 * k * (k + 1) / left;
        return OptionalDouble.of(observations * StrictMath.log(rss / observations) + penalty);
    }

    /** The Akaike weight of the first of two models: the probability that it is the better one, 1/(1 + exp(Δ/2)). */
    public static double weight(double aicc, double otherAicc) {
        return 1 / (1 + StrictMath.exp((aicc - otherAicc) / 2));
    }
}
