package org.kindlin.assays.kinase;

/** What the wells of a reference inhibitor at a blocking concentration are used for. */
public enum PositiveControlUse {
    /** Their inhibition is reported; they define nothing. */
    CHECK,
    /** They define 0 % activity, in place of no-enzyme or blank wells. */
    ZERO_ACTIVITY
}
