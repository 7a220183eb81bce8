package org.kindlin.assays.blot.gel;

/** What is taken to lie below the bands of a lane. */
public enum Baseline {
    /** A smooth line by asymmetric least squares: what varies over more than three quarters of the bands' stretch. */
    ALS,
    /** Straight lines from foot to foot of every group of touching bands. */
    VALLEY,
    /** The path of a ball rolled below; takes part of every band with it. */
    ROLLING_BALL,
    /** Nothing: the signal counts from zero. */
    NONE
}
