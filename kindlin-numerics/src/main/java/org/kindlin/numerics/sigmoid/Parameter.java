package org.kindlin.numerics.sigmoid;

/** A parameter of the sigmoid. */
public enum Parameter {
    /** Common logarithm of the dose half-way between the plateaus. */
    LOG_IC50(0),
    /** Steepness, positive; at asymmetry 1 the Hill coefficient. */
    HILL_SLOPE(1),
    /** The upper plateau. */
    TOP(2),
    /** The lower plateau. */
    BOTTOM(3),
    /** Exponent of the five-parameter curve, positive; 1 is the symmetric curve. */
    ASYMMETRY(4);

    private final int place;

    Parameter(int place) {
        this.place = place;
    }

    /** Where this parameter stands in a gradient. */
    public int place() {
        return place;
    }
}
