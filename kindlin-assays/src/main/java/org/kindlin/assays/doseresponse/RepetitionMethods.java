package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.statistics.RandomEffects;

/** The part of the methods paragraph on curves that repeat or are compared. */
final class RepetitionMethods {
    private RepetitionMethods() {}

    /** Sentences to follow what was done to each curve; empty where every curve stands alone. */
    static String of(DoseResponseProtocol protocol) {
        return protocol.repetition().random().map(RepetitionMethods::random).orElse("")
                + protocol.repetition()
                        .potency()
                        .map(RepetitionMethods::potency)
                        .orElse("");
    }

    private static String random(String factor) {
        return " Levels of " + factor
                + " were a random factor: each curve was fitted alone, and each quantity averaged over"
                + " levels, all alike, with Student's t interval over levels, doses and slopes as logarithms; the variance"
                + " between levels is by restricted maximum likelihood (Harville 1977). Averages are given where at least "
                + RandomEffects.LEAST_GROUPS
                + " levels gave it with a standard error.";
    }

    private static String potency(PotencyProtocol potency) {
        return " Relative potency is the dose of the reference, " + potency.reference()
                + ", over the dose of the test that gives the same response, from one curve for both shifted along the"
                + " logarithm of the dose (Finney 1978), with its profile-likelihood interval. Curves count as parallel by "
                + potency.rule().title() + ", margins " + Text.number(1 / potency.slopeMargin()) + " to "
                + Text.number(potency.slopeMargin()) + " for the ratio of slopes and "
                + Text.percent(potency.plateauMargin())
                + " of the reference's span for plateaus; where they do not, no potency is given.";
    }
}
