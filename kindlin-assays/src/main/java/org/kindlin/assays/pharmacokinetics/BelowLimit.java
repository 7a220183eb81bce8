package org.kindlin.assays.pharmacokinetics;

/** What a concentration below the limit of quantification counts as. */
public enum BelowLimit {
    /** Zero before the first measurable concentration, left out between measurable ones and after the last. */
    STANDARD,
    /** Zero up to the last measurable concentration, left out after it. */
    ZERO,
    /** Half the limit up to the last measurable concentration, left out after it. */
    HALF,
    /** Left out everywhere. */
    MISSING
}
