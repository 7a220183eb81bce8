package org.kindlin.assays.plate.quality;

/** What is taken out of a plate's readings before anything is made of them. */
public enum PlateCorrection {
    /** Nothing. */
    NONE("nothing"),
    /** The estimated effect of the outermost wells. */
    EDGE("the effect of the outermost wells"),
    /** The estimated gradients along rows and columns. */
    GRADIENT("the gradients along rows and columns"),
    /** The effect of the outermost wells and the gradients. */
    EDGE_AND_GRADIENT("the effect of the outermost wells and the gradients along rows and columns"),
    /** The row and column medians of the residuals of replicates. */
    MEDIAN_POLISH("the row and column medians of what separates replicates");

    private final String title;

    PlateCorrection(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    boolean removesEdge() {
        return this == EDGE || this == EDGE_AND_GRADIENT;
    }

    boolean removesGradients() {
        return this == GRADIENT || this == EDGE_AND_GRADIENT;
    }
}
