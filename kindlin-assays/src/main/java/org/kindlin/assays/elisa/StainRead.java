package org.kindlin.assays.elisa;

/** When the stain of cells was read. */
public enum StainRead {
    /** Before the substrate was added. */
    BEFORE_SUBSTRATE,
    /** After the substrate was stopped. */
    AFTER_STOP
}
