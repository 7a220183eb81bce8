package org.kindlin.mechanism.stochastic;

/** How the jumps of a run are found. */
public enum RunMethod {
    /** Every jump, exactly. */
    EXACT,
    /** Many jumps at once where propensities hardly change meanwhile. */
    TAU_LEAPING
}
