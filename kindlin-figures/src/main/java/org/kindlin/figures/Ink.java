package org.kindlin.figures;

import org.jspecify.annotations.Nullable;

/** Fill and stroke of a shape. */
record Ink(
        @Nullable Colour fill,
        @Nullable Colour stroke,
        double strokeWidth,
        Dash dash,
        double fillOpacity,
        double strokeOpacity) {

    static Ink fill(Colour colour) {
        return new Ink(colour, null, 0, Dash.SOLID, 1, 1);
    }

    static Ink stroke(Colour colour, double width) {
        return new Ink(null, colour, width, Dash.SOLID, 1, 1);
    }

    static Ink line(Style style) {
        return stroke(style.colour(), style.lineWidth()).dash(style.dash()).strokeOpacity(style.opacity());
    }

    Ink filled(Colour colour) {
        return new Ink(colour, stroke, strokeWidth, dash, fillOpacity, strokeOpacity);
    }

    Ink stroked(Colour colour, double width) {
        return new Ink(fill, colour, width, dash, fillOpacity, strokeOpacity);
    }

    Ink dash(Dash other) {
        return new Ink(fill, stroke, strokeWidth, other, fillOpacity, strokeOpacity);
    }

    Ink fillOpacity(double opacity) {
        return new Ink(fill, stroke, strokeWidth, dash, opacity, strokeOpacity);
    }

    Ink strokeOpacity(double opacity) {
        return new Ink(fill, stroke, strokeWidth, dash, fillOpacity, opacity);
    }
}
