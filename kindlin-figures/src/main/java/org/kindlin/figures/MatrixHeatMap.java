package org.kindlin.figures;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A table of numbers as colours, each number printed in its cell, with a title on both sides and a colour bar.
 *
 * @param rows names of the rows with what they are, drawn from the bottom up as an axis runs
 * @param columns names of the columns with what they are
 * @param values by row, then column; empty where there is none
 * @param marked cells framed because the caption says something of them, in the same shape; may be empty
 * @param quantity what the colours mean
 * @param decimals of the numbers in the cells
 */
public record MatrixHeatMap(
        Heading heading,
        Names rows,
        Names columns,
        List<List<OptionalDouble>> values,
        List<List<Boolean>> marked,
        String quantity,
        String unit,
        int decimals,
        ColourMap colours,
        double widthPx) {

    /** The names along one side. */
    public record Names(String title, List<String> names) {
        public Names {
            names = List.copyOf(names);
        }
    }

    public MatrixHeatMap {
        values = values.stream().map(List::copyOf).toList();
        marked = marked.stream().map(List::copyOf).toList();
        boolean fits = values.size() == rows.names().size()
                && values.stream().allMatch(row -> row.size() == columns.names().size());
        if (values.isEmpty() || values.getFirst().isEmpty() || !fits) {
            throw new IllegalArgumentException("a value, or none, for every row and column");
        }
    }

    boolean isMarked(int row, int column) {
        return row < marked.size()
                && column < marked.get(row).size()
                && marked.get(row).get(column);
    }

    /** Draws the figure. */
    public Figure figure() {
        return new MatrixPainter(this).figure();
    }
}
