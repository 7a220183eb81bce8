package org.kindlin.figures;

/** The pattern of a line, as SVG dash lengths in pixels. */
public enum Dash {
    SOLID(""),
    DASHED("6 3"),
    DOTTED("1.5 2.5"),
    DASH_DOT("7 2.5 1.5 2.5"),
    LONG("10 3.5");

    private final String lengths;

    Dash(String lengths) {
        this.lengths = lengths;
    }

    String lengths() {
        return lengths;
    }

    /** The pattern of the series with an index from 0. */
    public static Dash series(int index) {
        return values()[Math.floorMod(index, values().length)];
    }
}
