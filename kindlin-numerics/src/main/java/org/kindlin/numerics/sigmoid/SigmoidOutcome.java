package org.kindlin.numerics.sigmoid;

import java.util.Optional;

/** What became of a fit: a curve, or the reason why the data determine none. */
public sealed interface SigmoidOutcome permits SigmoidFit, NotEstimable {

    /** The fit, where there is one. */
    default Optional<SigmoidFit> fit() {
        return this instanceof SigmoidFit fit ? Optional.of(fit) : Optional.empty();
    }
}
