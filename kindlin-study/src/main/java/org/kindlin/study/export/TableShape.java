package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table, each with how its cell is found in an item.
 *
 * @param <T> what a row is about
 */
final class TableShape<T> {
    private final String name;
    private final String meaning;
    private final List<TableColumn> columns = new ArrayList<>();
    private final List<Function<T, Cell>> cells = new ArrayList<>();

    TableShape(String name, String meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    TableShape<T> text(String column, String columnMeaning, Function<T, @Nullable String> text) {
        return add(new TableColumn(column, ColumnType.TEXT, "", "", columnMeaning), item -> Cell.of(text.apply(item)));
    }

    TableShape<T> number(String column, String columnMeaning, Function<T, @Nullable Double> number) {
        return add(
                new TableColumn(column, ColumnType.NUMBER, "", "", columnMeaning), item -> Cell.of(number.apply(item)));
    }

    /** Numbers whose unit stands in another column of the same row. */
    TableShape<T> number(String column, String unitColumn, String columnMeaning, Function<T, @Nullable Double> number) {
        TableColumn added = new TableColumn(column, ColumnType.NUMBER, "", unitColumn, columnMeaning);
        return add(added, item -> Cell.of(number.apply(item)));
    }

    TableShape<T> whole(String column, String unit, String columnMeaning, Function<T, Long> number) {
        TableColumn added = new TableColumn(column, ColumnType.WHOLE, unit, "", columnMeaning);
        return add(added, item -> new Cell.Whole(number.apply(item)));
    }

    TableShape<T> flag(String column, String columnMeaning, Function<T, Boolean> flag) {
        TableColumn added = new TableColumn(column, ColumnType.FLAG, "", "", columnMeaning);
        return add(added, item -> new Cell.Flag(flag.apply(item)));
    }

    private TableShape<T> add(TableColumn column, Function<T, Cell> cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    ExportTable of(List<T> items) {
        List<List<Cell>> rows = items.stream()
                .map(item -> cells.stream().map(cell -> cell.apply(item)).toList())
                .toList();
        return new ExportTable(name, meaning, columns, rows);
    }
}
