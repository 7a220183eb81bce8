package org.kindlin.figures;

import java.util.List;

/** A closed polygon, lightly filled and outlined: a gate or a region of interest. */
public record Area(List<Point> corners, Style style, String key) implements Layer {
    public Area {
        corners = List.copyOf(corners);
    }

    public static Area rectangle(double left, double right, double bottom, double top, Style style) {
        return new Area(
                List.of(new Point(left, bottom), new Point(right, bottom), new Point(right, top), new Point(left, top)),
                style,
                "");
    }
}
