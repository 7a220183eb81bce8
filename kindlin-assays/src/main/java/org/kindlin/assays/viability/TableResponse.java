package org.kindlin.assays.viability;

/** What the response column of a table of finished responses holds. */
public enum TableResponse {
    /** Percent of the vehicle wells. */
    PERCENT(1),
    /** Fraction of the vehicle wells. */
    FRACTION(100);

    private final double percent;

    TableResponse(double percent) {
        this.percent = percent;
    }

    double toPercent(double response) {
        return percent * response;
    }
}
