package org.kindlin.figures;

import java.util.List;

/** Upright bars, each over a stretch of the x axis: histogram bins or categories. */
public record Bars(List<Bar> bars, Style style, String key) implements Layer {
    /** A bar from {@code left} to {@code right} on the x axis, standing on {@code base}. */
    public record Bar(double left, double right, double base, double top) {
        /** The bar of a category, by its position from 0. */
        public static Bar category(int position, double top) {
            return new Bar(position - 0.35, position + 0.35, 0, top);
        }
    }

    public Bars {
        bars = List.copyOf(bars);
    }
}
