package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.ProfileLikelihood;
import org.kindlin.numerics.sigmoid.SigmoidFit;

/** Profile-likelihood intervals; a side that the profile never crosses is open. */
record ProfileIntervals(SigmoidFit fit) implements CurveIntervals {

    @Override
    public Limits of(Parameter parameter, double level) {
        return ProfileLikelihood.interval(fit, parameter, level)
                .map(interval -> Limits.of(interval.low(), interval.high()))
                .orElse(Limits.OPEN);
    }
}
