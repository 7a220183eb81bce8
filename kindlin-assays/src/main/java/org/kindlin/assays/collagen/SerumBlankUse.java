package org.kindlin.assays.collagen;

/** What is done with what the assay finds in medium that saw no cells. */
public enum SerumBlankUse {
    /** It is subtracted from soluble fractions, with its error. */
    SUBTRACT,
    /** It is only reported. */
    KEEP
}
