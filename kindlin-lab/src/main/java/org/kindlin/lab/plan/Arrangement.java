package org.kindlin.lab.plan;

/** How the wells of a plate are ordered. */
public enum Arrangement {
    /** Every well at random; replicates and controls kept in different rows and columns. */
    RANDOMISED,
    /** Series along rows, replicate after replicate, each row shifted against the last: fit for pipetting by hand. */
    INTERLEAVED,
    /** One stretch of the plate for each replicate, at random within it. */
    BLOCKED
}
