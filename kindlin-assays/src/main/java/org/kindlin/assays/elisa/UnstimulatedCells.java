package org.kindlin.assays.elisa;

/** Which cells unstimulated wells hold. */
public enum UnstimulatedCells {
    /** The same cells in the same numbers as stimulated wells. */
    SAME,
    /** Fibroblasts alone, where the stimulus is a co-culture: the stain then counts other cells in one group only. */
    FIBROBLASTS_ALONE
}
