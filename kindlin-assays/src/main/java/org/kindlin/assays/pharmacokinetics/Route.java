package org.kindlin.assays.pharmacokinetics;

/** How a dose was given; it decides what stands before the first sample and what a clearance may be called. */
public enum Route {
    /** By mouth, or any other way through absorption (subcutaneous, intraperitoneal). */
    ORAL,
    /** Into a vein at once. */
    BOLUS,
    /** Into a vein over the stated duration. */
    INFUSION;

    boolean isIntravenous() {
        return this != ORAL;
    }
}
