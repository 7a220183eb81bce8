package org.kindlin.figures;

import java.util.List;

/** A right-continuous step function: each value holds until the next point (Kaplan-Meier, cumulative incidence). */
public record Steps(List<Point> points, Style style, String key) implements Layer {
    public Steps {
        points = List.copyOf(points);
    }

    public Steps(List<Point> points, Style style) {
        this(points, style, "");
    }
}
