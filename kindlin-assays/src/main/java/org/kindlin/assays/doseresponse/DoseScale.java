package org.kindlin.assays.doseresponse;

/** How the dose column is written. */
public enum DoseScale {
    LINEAR,
    /** Common logarithms of the dose; results are on the linear scale. */
    LOG10
}
