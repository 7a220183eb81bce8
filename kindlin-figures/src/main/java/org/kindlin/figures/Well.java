package org.kindlin.figures;

/** What a heat map shows for one well of a plate. */
public sealed interface Well {
    /** A reading on scale. */
    record Value(double reading) implements Well {
        public Value {
            if (!Double.isFinite(reading)) {
                throw new IllegalArgumentException("a reading must be a finite number: " + reading);
            }
        }
    }

    /** Nothing was read or the well is empty. */
    record Missing() implements Well {}

    /** The detector was saturated or overflowed: the true reading lies above the range. */
    record Saturated() implements Well {}

    /** A well left out of the analysis; its reading is not a number where there is none. */
    record Excluded(double reading, String reason) implements Well {}
}
