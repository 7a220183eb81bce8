package org.kindlin.assays.calibration;

/** What is done with blank wells. */
public enum BlankUse {
    /** Their mean is subtracted from every reading, where the plate has any. */
    SUBTRACT,
    /** They only serve the limit of detection. */
    KEEP
}
