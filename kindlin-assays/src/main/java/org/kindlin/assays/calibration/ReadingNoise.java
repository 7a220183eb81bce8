package org.kindlin.assays.calibration;

/** Where the variance of a specimen's reading is taken from. */
public enum ReadingNoise {
    /** From the standards about their curve and the replicates of the specimens together. */
    POOLED,
    /** From the standards about their curve alone. */
    STANDARDS
}
