package org.kindlin.assays.text;

/** How the numbers of a file are written. */
public enum DecimalMark {
    /** {@code 12.5}; commas, if any, group thousands. */
    POINT,
    /** {@code 12,5}; points, if any, group thousands. */
    COMMA,
    /** Only numbers such as {@code 1,234} occur, which could be either; each is refused. */
    UNDETERMINED
}
