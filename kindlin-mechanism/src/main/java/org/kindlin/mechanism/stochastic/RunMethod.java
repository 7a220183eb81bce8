package org.kindlin.mechanism.stochastic;

/** How the jumps of a run are found. */
public enum RunMethod {
    /** Every jump, exactly. */
    EXACT,
    /** Every jump, exactly, by the next-reaction method; where something changes between jumps, as {@link #EXACT}. */
    NEXT_REACTION,
    /** Many jumps at once where propensities hardly change meanwhile. */
    TAU_LEAPING
}
