package org.kindlin.assays.kinase;

/** What the interval of a potency ratio (other target over reference target) says about selectivity. */
public enum SelectivityVerdict {
    /** The whole interval lies within 1/fold to fold. */
    DUAL,
    /** The whole interval lies above fold: the compound is weaker on the other target. */
    REFERENCE_SELECTIVE,
    /** The whole interval lies below 1/fold: the compound is weaker on the reference target. */
    OTHER_SELECTIVE,
    /** The interval crosses a limit. */
    UNDETERMINED;

    /** The verdict from an interval, whose lower end may be 0 and upper end infinite; the point plays no part. */
    public static SelectivityVerdict of(double low, double high, double fold) {
        if (low > fold) {
            return REFERENCE_SELECTIVE;
        }
        if (high < 1 / fold) {
            return OTHER_SELECTIVE;
        }
        return low >= 1 / fold && high <= fold ? DUAL : UNDETERMINED;
    }

    /** The verdict in words: {@code dual}, {@code FAK-selective}, {@code undetermined}. */
    public String words(String reference, String other) {
        return switch (this) {
            case DUAL -> "dual";
            case REFERENCE_SELECTIVE -> reference + "-selective";
            case OTHER_SELECTIVE -> other + "-selective";
            case UNDETERMINED -> "undetermined";
        };
    }
}
