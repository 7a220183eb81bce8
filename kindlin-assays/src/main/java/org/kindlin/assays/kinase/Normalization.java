package org.kindlin.assays.kinase;

/** What 0 % and 100 % enzyme activity are taken from, plate by plate. */
public enum Normalization {
    /** 100 % is the plate's vehicle wells; 0 % its no-enzyme wells or, where it has none, its blank wells. */
    CONTROLS,
    /** 100 % is the plate's vehicle wells; 0 % is a signal of zero. */
    VEHICLE,
    /** Nothing: readings stay signals. */
    NONE
}
