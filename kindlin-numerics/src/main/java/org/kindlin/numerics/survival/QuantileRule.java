package org.kindlin.numerics.survival;

/** Which time is the quantile where the curve runs level exactly at it. */
public enum QuantileRule {
    /** The middle of the level stretch, as most statistical programs take it. */
    MIDPOINT,
    /** The beginning of the level stretch: the least t with S(t) at or below. */
    FIRST
}
