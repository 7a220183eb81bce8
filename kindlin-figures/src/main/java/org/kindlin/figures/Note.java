package org.kindlin.figures;

/** A short text beside a place in the panel. */
public record Note(Point at, String text, Anchor anchor, Colour colour) implements Layer {
    /** Which part of the text stands at the place. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public static Note at(double x, double y, String text) {
        return new Note(new Point(x, y), text, Anchor.MIDDLE, Colour.TEXT);
    }
}
