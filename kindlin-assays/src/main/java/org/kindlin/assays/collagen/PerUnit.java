package org.kindlin.assays.collagen;

/** What an amount of collagen is told for. */
enum PerUnit {
    CULTURE("collagen", "ug", 1),
    CELL("collagenPerCell", "pg/cell", 1e6),
    PROTEIN("collagenPerProtein", "ug/mg", 1e3);

    private final String estimate;
    private final String unit;
    private final double factor;

    PerUnit(String estimate, String unit, double factor) {
        this.estimate = estimate;
        this.unit = unit;
        this.factor = factor;
    }

    /** Name of the estimate. */
    String estimate() {
        return estimate;
    }

    String unit() {
        return unit;
    }

    /** From micrograms by the divisor's own unit (culture, cell, microgram) to {@link #unit()}. */
    double factor() {
        return factor;
    }
}
