package org.kindlin.assays.uncertainty;

/** How a ratio gets its interval. */
public enum RatioMethod {
    /** Fieller's theorem: exact for normal errors, unbounded where the denominator may be zero. */
    FIELLER,
    /** The delta method on the logarithm: always bounded, for positive quantities. */
    LOG
}
