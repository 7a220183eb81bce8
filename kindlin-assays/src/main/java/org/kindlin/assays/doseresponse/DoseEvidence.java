package org.kindlin.assays.doseresponse;

/** One dose on a fitted curve, such as its mid-point, and what the data say of it. Doses are common logarithms. */
interface DoseEvidence {

    /** The name of its estimate. */
    String name();

    /** What it is called in a sentence. */
    default String noun() {
        return name();
    }

    /** Whether it is the dose half-way between no effect and full effect. */
    default boolean isMidpoint() {
        return false;
    }

    /** Whether the best curve stands at a limit of its search in what shapes it: then it is the limit that places the dose. */
    default boolean isPlacedBySearchLimit() {
        return false;
    }

    /** The dose on the best curve. */
    double logDose();

    /** Two-sided limits at a confidence level. */
    Limits limits(double level);

    /** The one-sided limits at a level are the two-sided ones at the level that leaves the same tail. */
    default Limits oneSided(double level) {
        return limits(2 * level - 1);
    }

    /** Whether the data exclude, at this one-sided confidence, that it lies at or below a dose. */
    default boolean excludeAtOrBelow(double logDose, double confidence) {
        Limits limits = oneSided(confidence);
        return limits.low().isPresent() && limits.low().getAsDouble() > logDose;
    }

    /** Whether the data exclude, at this one-sided confidence, that it lies at or above a dose. */
    default boolean excludeAtOrAbove(double logDose, double confidence) {
        Limits limits = oneSided(confidence);
        return limits.high().isPresent() && limits.high().getAsDouble() < logDose;
    }
}
