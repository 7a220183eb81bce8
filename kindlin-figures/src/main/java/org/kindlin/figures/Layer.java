package org.kindlin.figures;

/**
 * One kind of mark over a panel's axes; layers are drawn in order, the first at the back.
 *
 * <p>Layers that carry a {@link #key} form the series of that name: they share one entry in the legend, or one direct
 * label at the end of the series' line.
 */
public sealed interface Layer permits Area, Band, Bars, DropLine, Line, Means, Note, Points, Raster, Rug, Rule, Steps {

    /** Name of the series this layer belongs to; empty for none. */
    default String key() {
        return "";
    }
}
