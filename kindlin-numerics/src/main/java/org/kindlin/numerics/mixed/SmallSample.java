package org.kindlin.numerics.mixed;

/** How standard errors and degrees of freedom of a contrast allow for estimated variances. */
public enum SmallSample {
    /**
     * Degrees of freedom from the delta method on the contrast's variance, with the observed information (F. E. Satterthwaite,
     * Biometrics Bulletin 2:110-114, 1946; as in lmerTest, A. Kuznetsova et al., J. Stat. Softw. 82(13), 2017).
     */
    SATTERTHWAITE,
    /**
     * Covariance corrected for the estimation of variances, degrees of freedom with the expected information (M. G. Kenward, J. H.
     * Roger, Biometrics 53:983-997, 1997). For REML only.
     */
    KENWARD_ROGER,
    /** Model standard error and the normal distribution: for large studies and for showing what it costs in small ones. */
    NORMAL
}
