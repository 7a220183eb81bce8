package org.kindlin.assays.doseresponse;

/** How a confidence interval is found. */
public enum IntervalMethod {
    /** The mid-point by profile likelihood (D. M. Bates and D. G. Watts 1988, section 6.1), the rest Wald's. */
    PROFILE("profile-likelihood"),
    /** Every parameter by profile likelihood; slow. */
    PROFILE_ALL("profile-likelihood"),
    /** Estimate plus and minus a multiple of its standard error. */
    WALD("wald"),
    /** Percentiles over curves refitted to simulated data. */
    BOOTSTRAP("parametric-bootstrap");

    private final String label;

    IntervalMethod(String label) {
        this.label = label;
    }

    /** What an estimate's method says. */
    public String label() {
        return label;
    }
}
