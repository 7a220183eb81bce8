package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Loss;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;
import org.kindlin.numerics.statistics.Distributions;

/**
 * One-sided evidence on the mid-point from the profile likelihood.
 *
 * <p>The hypothesis that the mid-point lies at or below a dose is rejected at confidence 1 - a when the best curve that
 * obeys it has a residual sum of squares so much larger than the best of all that {@code sqrt((RSS_h - RSS) / s^2)},
 * with {@code s^2 = RSS / df}, exceeds the 1 - a quantile of Student's t on df degrees of freedom: the signed root of the
 * profile F ratio (D. M. Bates and D. G. Watts 1988, section 6.1.2, "profile t").
 */
final class OneSided {
    private OneSided() {}

    /** Whether the data reject, at this one-sided confidence, that the mid-point is at or below the dose. */
    static boolean rejectsAtOrBelow(double logDose, SigmoidFit fit, double confidence) {
        return rejects(new Constraint.Bounded(Double.NEGATIVE_INFINITY, logDose), fit, confidence);
    }

    /** Whether the data reject, at this one-sided confidence, that the mid-point is at or above the dose. */
    static boolean rejectsAtOrAbove(double logDose, SigmoidFit fit, double confidence) {
        return rejects(new Constraint.Bounded(logDose, Double.POSITIVE_INFINITY), fit, confidence);
    }

    private static boolean rejects(Constraint hypothesis, SigmoidFit fit, double confidence) {
        int df = fit.degreesOfFreedom();
        if (df <= 0) {
            return false;
        }
        // The data of a robust fit carry its final weights: the comparison is under those.
        SigmoidSpec spec = fit.spec().with(Loss.leastSquares()).with(Parameter.LOG_IC50, hypothesis);
        // Where no curve obeys it, the horizontal line is all that is left.
        double rss = SigmoidRegression.fit(fit.data(), spec)
                .fit()
                .map(SigmoidFit::rss)
                .orElse(fit.constantRss());
        double t = Math.sqrt(Math.max(0, rss - fit.rss()) / (fit.rss() / df));
        return t > Distributions.studentQuantile(confidence, df);
    }
}
