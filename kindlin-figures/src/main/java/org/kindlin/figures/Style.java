package org.kindlin.figures;

/**
 * How a layer is drawn: colour, marker (closed shapes filled or open), its diameter, line width, dash and opacity.
 * Sizes are in pixels.
 */
public record Style(
        Colour colour, Marker marker, boolean filled, double markerSize, double lineWidth, Dash dash, double opacity) {
    public Style {
        if (!(markerSize > 0) || !(lineWidth > 0) || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("sizes must be positive and opacity lie in 0..1");
        }
    }

    /** The style of the series with an index from 0: colour, marker and dash all differ between neighbours. */
    public static Style series(int index) {
        return new Style(Palette.series(index), Marker.series(index), true, 6, 1.7, Dash.series(index), 1);
    }

    /** A plain style in one colour: round filled markers, solid line. */
    public static Style of(Colour colour) {
        return new Style(colour, Marker.CIRCLE, true, 6, 1.7, Dash.SOLID, 1);
    }

    /** Thin, grey and dashed: for reference lines. */
    public static Style reference() {
        return new Style(Colour.hex("#8A9099"), Marker.CIRCLE, false, 5, 1, Dash.DASHED, 1);
    }

    /** The same style for single observations beside their mean: open, smaller and paler. */
    public Style faint() {
        return new Style(colour, marker, false, markerSize * 0.75, Math.min(lineWidth, 1), dash, 0.6 * opacity);
    }

    public Style colour(Colour other) {
        return new Style(other, marker, filled, markerSize, lineWidth, dash, opacity);
    }

    public Style marker(Marker other) {
        return new Style(colour, other, filled, markerSize, lineWidth, dash, opacity);
    }

    /** The same style with open (unfilled) markers. */
    public Style open() {
        return new Style(colour, marker, false, markerSize, lineWidth, dash, opacity);
    }

    public Style markerSize(double pixels) {
        return new Style(colour, marker, filled, pixels, lineWidth, dash, opacity);
    }

    public Style lineWidth(double pixels) {
        return new Style(colour, marker, filled, markerSize, pixels, dash, opacity);
    }

    public Style dash(Dash other) {
        return new Style(colour, marker, filled, markerSize, lineWidth, other, opacity);
    }

    public Style opacity(double fraction) {
        return new Style(colour, marker, filled, markerSize, lineWidth, dash, fraction);
    }
}
