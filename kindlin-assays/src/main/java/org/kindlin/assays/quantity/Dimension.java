package org.kindlin.assays.quantity;

/** What a unit measures; quantities of different dimension never mix. */
public enum Dimension {
    AMOUNT_CONCENTRATION,
    MASS_CONCENTRATION,
    TIME,
    VOLUME,
    MASS,
    AMOUNT,
    LENGTH,
    TEMPERATURE,
    FRACTION,
    SIGNAL,
    NONE
}
