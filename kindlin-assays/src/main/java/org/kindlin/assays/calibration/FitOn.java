package org.kindlin.assays.calibration;

/** What counts as one observation of the standard curve. */
public enum FitOn {
    WELLS,
    /** The mean of each standard's replicates. */
    MEANS
}
