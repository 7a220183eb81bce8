package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The mean response at one dose against a share of control, without a curve.
 *
 * <p>The standard deviation is that of all responses about their common mean: nothing is supposed of the curve, and a
 * response that does depend on dose makes the limit wider, never narrower. A control measured at zero dose brings its own
 * error.
 */
record MeanAtDose(CurveData data, Control control, double share, double confidence) {

    /** The one-sided limit, against the side {@code sign} points to, of the mean at a dose less the share of control. */
    double limit(double logDose, double sign) {
        double[] all =
                data.observations().stream().mapToDouble(Observation::response).toArray();
        double[] here = data.responsesAt(logDose);
        double parts = 1.0 / here.length + (control.isMeasured() ? share * share / control.zeroDoseReplicates() : 0);
        double error = Math.sqrt(Descriptive.variance(all) * parts);
        double t = Distributions.studentQuantile(confidence, all.length - 1);
        return Descriptive.mean(here) - share * control.response() - sign * t * error;
    }

    /** Whether the mean is clearly above (+1) or below (-1) the share of control. */
    boolean isClearly(double sign, double logDose) {
        return sign * limit(logDose, sign) > 0;
    }
}
