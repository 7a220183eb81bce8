package org.kindlin.lab.plan;

/** How wide an interval is: a ratio of its limits for what lies above zero, a difference for what may have either sign. */
public enum IntervalWidth {
    RATIO(0),
    DIFFERENCE(Double.NEGATIVE_INFINITY);

    private final double open;

    IntervalWidth(double open) {
        this.open = open;
    }

    /** The lower limit of an interval that is open below. */
    public double open() {
        return open;
    }

    /** Whether both limits are there. */
    public boolean isClosed(double low, double high) {
        return low > open && high < Double.POSITIVE_INFINITY;
    }

    /** The width of a closed interval; infinite of an open one. */
    public double of(double low, double high) {
        if (!isClosed(low, high)) {
            return Double.POSITIVE_INFINITY;
        }
        return this == RATIO ? high / low : high - low;
    }
}
