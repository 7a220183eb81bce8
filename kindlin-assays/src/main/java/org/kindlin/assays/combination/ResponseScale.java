package org.kindlin.assays.combination;

/** What the responses of a combination are, and how they become effects from 0 to 1. */
public enum ResponseScale {
    /** Percent inhibition: 0 untreated, 100 full effect. */
    INHIBITION,
    /** Percent of untreated: 100 untreated, 0 full effect. */
    VIABILITY,
    /** A signal that falls with the effect; the untreated wells are 100 %, the background is 0 %. */
    SIGNAL
}
