package org.kindlin.figures;

import java.util.List;

/** Draws one well: a colour for a reading, and patterns that no reading has for all else. */
final class WellPainter {
    private static final Ink EDGE = Ink.stroke(Colour.WHITE, 0.5);
    private static final Colour EMPTY = Colour.hex("#F1F2F4");
    private static final Colour PATTERN = Colour.hex("#8A9099");

    private final Canvas canvas;
    private final ColourMap colours;
    private final Range range;

    WellPainter(Canvas canvas, ColourMap colours, Range range) {
        this.canvas = canvas;
        this.colours = colours;
        this.range = range;
    }

    void paint(Rect box, Well well) {
        switch (well) {
            case Well.Value value -> canvas.rect(box, EDGE.filled(colour(value.reading())));
            case Well.Missing _ -> missing(box);
            case Well.Saturated _ -> saturated(box);
            case Well.Excluded excluded -> excluded(box, excluded);
        }
    }

    private Colour colour(double reading) {
        return colours.at(range.length() > 0 ? (reading - range.low()) / range.length() : 0.5);
    }

    /** Pale with one diagonal. */
    private void missing(Rect box) {
        canvas.rect(box, EDGE.filled(EMPTY));
        canvas.line(box.x() + 1, box.bottom() - 1, box.right() - 1, box.y() + 1, Ink.stroke(PATTERN, 0.8));
    }

    /** White with an arrow upwards: the reading is above the range. */
    private void saturated(Rect box) {
        canvas.rect(box, Ink.fill(Colour.WHITE).stroked(PATTERN, 0.6));
        double r = Math.min(box.width(), box.height()) * 0.3;
        canvas.polygon(
                List.of(
                        new Point(box.centreX(), box.centreY() - r),
                        new Point(box.centreX() + r, box.centreY() + r * 0.8),
                        new Point(box.centreX() - r, box.centreY() + r * 0.8)),
                Ink.fill(Palette.VERMILLION));
    }

    /** The colour of its reading, crossed out. */
    private void excluded(Rect box, Well.Excluded well) {
        boolean read = Double.isFinite(well.reading());
        canvas.rect(box, EDGE.filled(read ? colour(well.reading()) : EMPTY));
        Rect inner = box.grown(-box.width() * 0.18);
        cross(inner, Ink.stroke(Colour.WHITE, 2.6));
        cross(inner, Ink.stroke(Colour.BLACK, 1.1));
    }

    private void cross(Rect box, Ink ink) {
        canvas.line(box.x(), box.y(), box.right(), box.bottom(), ink);
        canvas.line(box.x(), box.bottom(), box.right(), box.y(), ink);
    }
}
