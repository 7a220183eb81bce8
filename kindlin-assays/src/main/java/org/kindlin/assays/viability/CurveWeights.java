package org.kindlin.assays.viability;

/** How much a well counts in a curve. */
public enum CurveWeights {
    /** By the inverse of the variance that replicate wells of the experiment give a well of its fitted signal. */
    REPLICATES,
    /** Every well alike. */
    CONSTANT
}
