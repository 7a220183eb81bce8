package org.kindlin.figures;

import java.util.List;

/** Single observations; those beyond the axes are drawn as a triangle at the edge, never left out. */
public record Points(List<Point> points, Style style, String key) implements Layer {
    public Points {
        points = List.copyOf(points);
    }

    public Points(List<Point> points, Style style) {
        this(points, style, "");
    }
}
