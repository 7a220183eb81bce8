package org.kindlin.mechanism.petab;

/** How a measurement scatters about the observable, both on the observable's scale. */
public enum NoiseDistribution {
    /** Normal; the noise formula is its standard deviation. */
    NORMAL,
    /** Laplace; the noise formula is its scale. */
    LAPLACE
}
