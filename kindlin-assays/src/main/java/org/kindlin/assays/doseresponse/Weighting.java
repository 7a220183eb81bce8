package org.kindlin.assays.doseresponse;

/** How much an observation counts. */
public enum Weighting {
    /** By the inverse of the variance that each observation carries: all alike where none carries one of its own. */
    CONSTANT("all observations weighted alike"),
    /** By the inverse square of the fitted response: constant coefficient of variation. */
    RELATIVE("weights 1/(fitted response)^2, iterated to convergence"),
    /** By the inverse variance of the replicates at the dose. */
    REPLICATE_VARIANCE("weights 1/(variance of the replicates at the dose)");

    private final String title;

    Weighting(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
