package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.statistics.Distributions;

/** Estimate plus and minus Student's t times the standard error; open where there is no standard error. */
final class WaldIntervals extends SingleCurveIntervals {

    WaldIntervals(SigmoidFit fit) {
        super(fit);
    }

    @Override
    public Limits of(Parameter parameter, double level) {
        OptionalDouble error = standardError(parameter);
        if (error.isEmpty()) {
            return Limits.OPEN;
        }
        double t = Distributions.studentQuantile(0.5 + 0.5 * level, fit().degreesOfFreedom());
        double value = fit().curve().get(parameter);
        return Limits.of(value - t * error.getAsDouble(), value + t * error.getAsDouble());
    }

    @Override
    public String method(Parameter parameter) {
        return IntervalMethod.WALD.label();
    }
}
