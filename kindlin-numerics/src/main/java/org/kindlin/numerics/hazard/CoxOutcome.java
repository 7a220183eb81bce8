package org.kindlin.numerics.hazard;

import java.util.List;

/** What fitting a Cox model came to. */
public sealed interface CoxOutcome {

    /** A maximum was found. */
    record Fitted(CoxFit fit) implements CoxOutcome {}

    /**
     * The likelihood rises without end: no finite estimate exists.
     *
     * @param terms whose coefficients run away, by position
     * @param rising for each of those, whether it runs to plus infinity
     * @param logLikelihoodNull at zero coefficients
     * @param supremum what the log-likelihood tends to
     * @param scoreTest chi-squared of all terms at zero
     */
    record Monotone(
            List<Integer> terms, List<Boolean> rising, double logLikelihoodNull, double supremum, double scoreTest)
            implements CoxOutcome {
        public Monotone {
            terms = List.copyOf(terms);
            rising = List.copyOf(rising);
        }
    }

    /** A covariate does not vary among those at risk, or is a combination of those before it. */
    record Dependent(int term) implements CoxOutcome {}

    /** There is nothing to learn from. */
    record NoEvents() implements CoxOutcome {}

    /** The search did not settle. */
    record NotConverged(int iterations) implements CoxOutcome {}
}
