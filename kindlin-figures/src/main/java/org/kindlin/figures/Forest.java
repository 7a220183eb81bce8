package org.kindlin.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates with their intervals, one row each, on a common axis. An interval that leaves the axis or is unbounded ends
 * in an arrow; a row without an estimate says why.
 *
 * @param reference value of no effect, drawn as a line with its label; null for none
 * @param column heading of the text column on the right
 */
public record Forest(
        Heading heading,
        Axis axis,
        List<Row> rows,
        @Nullable Reference reference,
        String column,
        double widthPx) {

    /** The value of no effect. */
    public record Reference(double value, String label) {}

    /**
     * One row: an estimate, a heading above rows, or an estimate that could not be had.
     *
     * @param estimate value with bounds; its x is not used
     * @param text what stands in the right column ("0.62 (0.55 to 0.70)")
     */
    public record Row(String label, @Nullable Interval estimate, Style style, String text) {
        public static Row of(String label, double value, double low, double high, String text) {
            return new Row(label, new Interval(0, value, low, high), Style.of(Palette.BLUE), text);
        }

        /** A heading above the rows that follow. */
        public static Row heading(String label) {
            return new Row(label, null, Style.of(Colour.TEXT), "");
        }

        /** A row whose estimate could not be determined, with the reason as text. */
        public static Row undetermined(String label, String reason) {
            return new Row(label, null, Style.of(Colour.MUTED).open(), reason);
        }

        public Row style(Style other) {
            return new Row(label, estimate, other, text);
        }

        boolean isHeading() {
            return estimate == null && text.isEmpty();
        }
    }

    public Forest {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a forest plot needs a row");
        }
    }

    public static Forest of(Heading heading, Axis axis, List<Row> rows) {
        return new Forest(heading, axis, rows, null, "", 640);
    }

    public Forest reference(double value, String label) {
        return new Forest(heading, axis, rows, new Reference(value, label), column, widthPx);
    }

    /** The same plot with a heading over the text column. */
    public Forest column(String name) {
        return new Forest(heading, axis, rows, reference, name, widthPx);
    }

    public Forest width(double pixels) {
        return new Forest(heading, axis, rows, reference, column, pixels);
    }

    /** Draws the figure. */
    public Figure figure() {
        return new ForestPainter(this).figure();
    }
}
