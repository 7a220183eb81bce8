package org.kindlin.assays.viability;

/** What 0 % and 100 % viability are taken from, plate by plate. */
public enum Normalization {
    /** 100 % is the plate's vehicle wells, 0 % its blank wells: medium and reagent without cells. */
    BLANK_AND_VEHICLE,
    /** 100 % is the plate's vehicle wells, 0 % a signal of zero. */
    VEHICLE
}
