package org.kindlin.numerics.curve;

import java.util.Optional;
import org.kindlin.numerics.sigmoid.NotEstimable;

/** What became of a fit: a curve, or the reason why the data determine none. */
public sealed interface CurveOutcome permits CurveFit, CurveOutcome.None {

    /** No curve. */
    record None(NotEstimable.Reason reason) implements CurveOutcome {}

    /** The fit, where there is one. */
    default Optional<CurveFit> fit() {
        return this instanceof CurveFit fit ? Optional.of(fit) : Optional.empty();
    }
}
