package org.kindlin.assays.pharmacokinetics;

/** Which samples the terminal rate is estimated from. */
public sealed interface TerminalRule {

    /** The window of last samples after the maximum with the highest adjusted R². */
    record BestFit() implements TerminalRule {}

    /** The last so many measurable samples. */
    record LastPoints(int count) implements TerminalRule {}

    /** The measurable samples between two times since the dose, ends included. */
    record Between(double from, double to) implements TerminalRule {}
}
