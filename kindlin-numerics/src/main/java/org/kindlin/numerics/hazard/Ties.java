package org.kindlin.numerics.hazard;

/** How events at the same time enter the partial likelihood. */
public enum Ties {
    /** Tied events leave the risk set one after the other on average (Efron, J Am Stat Assoc 72:557, 1977). */
    EFRON,
    /** Tied events share one risk set (Breslow, Biometrics 30:89, 1974). */
    BRESLOW,
    /** The discrete conditional likelihood (Cox, J R Stat Soc B 34:187, 1972): for truly simultaneous events. */
    EXACT
}
