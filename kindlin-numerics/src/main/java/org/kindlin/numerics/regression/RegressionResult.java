package org.kindlin.numerics.regression;

import java.util.List;

/** What a regression came to: an optimum, or the reason why there is none. Data never make it an exception. */
public sealed interface RegressionResult {
    /** The search reached a stationary point: a local minimum inside the bounds or on them. */
    record Converged(RegressionFit fit) implements RegressionResult {}

    /**
     * The search ended elsewhere.
     *
     * @param reason what stopped it
     * @param message the reason in words
     * @param lastParameters the global parameters where it stopped; not an estimate
     */
    record NotConverged(Reason reason, String message, List<Double> lastParameters) implements RegressionResult {}

    /** Why a search ended without an optimum. */
    enum Reason {
        /** The model is not finite at the start. */
        START_NOT_FINITE("the model is not finite at the starting values"),
        /** The model's derivatives are not finite at a point the search could not leave. */
        DERIVATIVES_NOT_FINITE("the derivatives of the model are not finite"),
        /** No step improves the fit although its gradient is not zero: the search is at an edge of the model's domain. */
        STALLED("no step improves the fit although its gradient is not zero"),
        /** The iteration limit was reached while the fit was still improving. */
        TOO_MANY_ITERATIONS("the fit was still improving when the iteration limit was reached"),
        /** Iterated weights or the robust scale found no fixed point. */
        WEIGHTS_DO_NOT_SETTLE("the iterated weights do not settle"),
        /** A robust loss needs more observations than parameters. */
        TOO_FEW_OBSERVATIONS("a robust scale needs more observations than parameters"),
        /** More than half of the residuals vanish, so there is no robust scale. */
        SCALE_IS_ZERO("more than half of the residuals are zero, so there is no robust scale");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        NotConverged at(double[] theta) {
            return new NotConverged(this, words, Vectors.list(theta));
        }
    }
}
