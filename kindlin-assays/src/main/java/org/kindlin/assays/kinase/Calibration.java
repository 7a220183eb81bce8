package org.kindlin.assays.kinase;

/** What the ADP standard wells of a plate gave: a curve, or the reason why there is none. */
public sealed interface Calibration permits StandardCurve, Calibration.None, Calibration.Unusable {

    /** The plate has no standards, or the protocol does not use them. */
    record None() implements Calibration {}

    /**
     * There are standards, but no curve can be drawn through them.
     *
     * @param reason as a warning says it
     */
    record Unusable(String reason) implements Calibration {}
}
