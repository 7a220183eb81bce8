package org.kindlin.assays.viability;

/** How the cells grow. */
public enum Culture {
    /** On the plastic of the plate. */
    _2D,
    /** As spheroids, in gel or in soft agar. */
    _3D
}
