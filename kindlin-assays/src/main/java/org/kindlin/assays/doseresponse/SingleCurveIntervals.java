package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidFit;

/** What all methods have in common where a curve is fitted on its own. */
abstract class SingleCurveIntervals implements CurveIntervals {
    private final SigmoidFit fit;

    SingleCurveIntervals(SigmoidFit fit) {
        this.fit = fit;
    }

    SigmoidFit fit() {
        return fit;
    }

    @Override
    public OptionalDouble standardError(Parameter parameter) {
        return fit.standardError(parameter);
    }

    @Override
    public boolean excludeAtOrBelow(double logDose, double confidence) {
        return OneSided.rejectsAtOrBelow(logDose, fit, confidence);
    }

    @Override
    public boolean excludeAtOrAbove(double logDose, double confidence) {
        return OneSided.rejectsAtOrAbove(logDose, fit, confidence);
    }
}
