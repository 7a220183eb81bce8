package org.kindlin.numerics.curve;

/** How responses scatter about the curve. */
public enum ErrorModel {
    /** Normal errors: least squares. */
    NORMAL,
    /**
     * Errors with Student's t distribution of four degrees of freedom, scale estimated: tcplfit2's likelihood, in which
     * single far-off responses count little.
     */
    STUDENT4
}
