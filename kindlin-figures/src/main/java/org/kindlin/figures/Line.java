package org.kindlin.figures;

import java.util.List;

/** A curve through points in order; on a broken log axis a point at zero becomes a short stroke at the zero position. */
public record Line(List<Point> points, Style style, String key) implements Layer {
    public Line {
        points = List.copyOf(points);
    }

    public Line(List<Point> points, Style style) {
        this(points, style, "");
    }
}
