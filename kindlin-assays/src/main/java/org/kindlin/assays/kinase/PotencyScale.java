package org.kindlin.assays.kinase;

/** The quantity that a selectivity verdict compares between targets. */
public enum PotencyScale {
    /** As measured, at the assay's ATP. */
    IC50,
    /** Corrected for ATP, and so dependent on the Km(ATP) of both targets. */
    KI
}
