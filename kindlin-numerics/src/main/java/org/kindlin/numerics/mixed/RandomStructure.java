package org.kindlin.numerics.mixed;

/** Which entries of the random effects' covariance are estimated. */
public enum RandomStructure {
    /** Every variance and covariance: {@code (1 + day | animal)}. */
    CORRELATED,
    /** Variances only: {@code (1 + day || animal)}. */
    UNCORRELATED
}
