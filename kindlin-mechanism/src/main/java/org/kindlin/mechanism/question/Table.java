package org.kindlin.mechanism.question;

import java.util.List;

/**
 * Rows of words and numbers under headings with units.
 *
 * @param columns headings; a unit stands in brackets
 * @param rows cells: text, or a number, or nothing where there is no value
 */
public record Table(String name, List<Column> columns, List<List<Cell>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A heading: name in camel case, unit or nothing. */
    public record Column(String name, String unit) {}

    /** A cell. */
    public sealed interface Cell {
        /** A word. */
        record Word(String text) implements Cell {}

        /** A finite number. */
        record Amount(double value) implements Cell {}

        /** No value. */
        record None() implements Cell {}
    }

    static Column column(String name, String unit) {
        return new Column(name, unit);
    }

    static Cell word(String text) {
        return new Cell.Word(text);
    }

    static Cell number(double value) {
        return Double.isFinite(value) ? new Cell.Amount(value) : new Cell.None();
    }
}
