package org.kindlin.assays.calibration;

/** Which concentrations are reported as numbers; others become {@code <} or {@code >}. */
public enum RangeRule {
    /** From the lowest to the highest standard whose recovery and CV hold. */
    RECOVERY,
    /** From the lowest to the highest standard, whatever their recovery. */
    STANDARDS,
    /** Every concentration that the curve gives. */
    NONE
}
