package org.kindlin.figures;

import java.util.List;

/**
 * How panels stand together: columns, axes in common, relative heights of the rows, letters.
 *
 * @param rowHeights height of each row relative to the plot's panel height; missing entries are 1
 * @param lettered whether panels are lettered a, b, c, ...
 */
public record Grid(int columns, Sharing sharing, List<Double> rowHeights, boolean lettered) {
    /** Which axes all panels have in common; ticks of a shared axis are labelled only at the outer panels. */
    public enum Sharing {
        NONE,
        X,
        Y,
        BOTH;

        boolean x() {
            return this == X || this == BOTH;
        }

        boolean y() {
            return this == Y || this == BOTH;
        }
    }

    public Grid {
        rowHeights = List.copyOf(rowHeights);
        if (columns < 1 || rowHeights.stream().anyMatch(height -> !(height > 0))) {
            throw new IllegalArgumentException("a grid needs a column and positive row heights");
        }
    }

    public static Grid columns(int columns) {
        return new Grid(columns, Sharing.NONE, List.of(), false);
    }

    public Grid sharing(Sharing axes) {
        return new Grid(columns, axes, rowHeights, lettered);
    }

    public Grid rowHeights(Double... relative) {
        return new Grid(columns, sharing, List.of(relative), lettered);
    }

    public Grid letters() {
        return new Grid(columns, sharing, rowHeights, true);
    }

    double rowHeight(int row) {
        return row < rowHeights.size() ? rowHeights.get(row) : 1;
    }
}
