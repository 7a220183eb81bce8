package org.kindlin.figures;

/** A reference line across the panel at one value of one axis, with its label written on it. */
public record Rule(Direction direction, double value, String label, Style style) implements Layer {
    /** Which way the line runs. */
    public enum Direction {
        HORIZONTAL,
        VERTICAL
    }

    public static Rule horizontal(double y, String label) {
        return new Rule(Direction.HORIZONTAL, y, label, Style.reference());
    }

    public static Rule vertical(double x, String label) {
        return new Rule(Direction.VERTICAL, x, label, Style.reference());
    }
}
