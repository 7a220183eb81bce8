package org.kindlin.study.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A tidy table: one observation a row, every column of one type.
 *
 * @param name also the file's and the sheet's name
 * @param meaning what a row is, in one sentence
 * @param columns at least one
 * @param rows as long as there are columns
 */
public record ExportTable(String name, String meaning, List<TableColumn> columns, List<List<Cell>> rows) {

    public ExportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            requireFits(name, columns, row);
        }
    }

    private static void requireFits(String name, List<TableColumn> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(name + ": " + row.size() + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < row.size(); i++) {
            if (!columns.get(i).type().holds(row.get(i))) {
                throw new IllegalArgumentException(
                        name + ": column '" + columns.get(i).name() + "' cannot hold " + row.get(i));
            }
        }
    }

    /** Where a column stands. */
    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column '" + column + "'");
    }

    /** The unit that all numbers of a column share; empty where they have none, or several. */
    String unitOf(TableColumn column) {
        if (column.unitColumn().isEmpty()) {
            return column.unit();
        }
        int numbers = indexOf(column.name());
        int units = indexOf(column.unitColumn());
        Set<Cell> found = new LinkedHashSet<>();
        rows.stream()
                .filter(row -> !(row.get(numbers) instanceof Cell.Missing))
                .forEach(row -> found.add(row.get(units)));
        return found.size() == 1 && found.iterator().next() instanceof Cell.Text(String unit) ? unit : "";
    }
}
