package org.kindlin.numerics.mixed;

/** What a fit maximises. */
public enum Criterion {
    /** Restricted maximum likelihood: variances without the bias of estimated fixed effects. */
    REML,
    /** Maximum likelihood: for comparing models that differ in their fixed effects. */
    ML
}
