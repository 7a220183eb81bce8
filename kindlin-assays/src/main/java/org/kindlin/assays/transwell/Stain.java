package org.kindlin.assays.transwell;

/** What shows the cells. */
public enum Stain {
    /** Whichever is rarer, bright or dark. */
    AUTO,
    /** Bright on dark: fluorescent nuclei. */
    NUCLEI,
    /** Dark on light: crystal violet. */
    CRYSTAL_VIOLET
}
