package org.kindlin.figures;

/** The shape of a point. The first six are closed shapes for series; the others say something about a value. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    TRIANGLE_DOWN,
    HEXAGON,
    PLUS,
    CROSS,
    /** A short upright stroke: a censored observation on a survival curve. */
    TICK,
    /** The true value lies above the one drawn. */
    ARROW_UP,
    /** The true value lies below the one drawn. */
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT;

    private static final int CLOSED_SHAPES = 6;

    /** The marker of the series with an index from 0. */
    public static Marker series(int index) {
        return values()[Math.floorMod(index, CLOSED_SHAPES)];
    }
}
