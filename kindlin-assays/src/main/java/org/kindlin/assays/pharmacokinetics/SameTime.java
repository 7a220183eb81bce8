package org.kindlin.assays.pharmacokinetics;

/** What several samples of one subject at one time mean. */
public enum SameTime {
    /** A mistake in the file. */
    FAULT,
    /** Several animals, one sample each (destructive sampling), or repeated measurements: their mean is used. */
    MEAN
}
