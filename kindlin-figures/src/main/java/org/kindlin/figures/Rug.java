package org.kindlin.figures;

import java.util.List;

/** Short strokes at values along one axis: the margin of a distribution. */
public record Rug(List<Double> values, Rule.Direction axis, Style style) implements Layer {
    public Rug {
        values = List.copyOf(values);
    }

    /** A rug along the x axis. */
    public static Rug x(List<Double> values, Style style) {
        return new Rug(values, Rule.Direction.HORIZONTAL, style);
    }

    /** A rug along the y axis. */
    public static Rug y(List<Double> values, Style style) {
        return new Rug(values, Rule.Direction.VERTICAL, style);
    }
}
