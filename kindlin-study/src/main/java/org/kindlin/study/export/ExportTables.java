package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.study.json.JsonText;

/** All that is exported, as tables, and the dictionary that explains every column of them. */
final class ExportTables {
    private ExportTables() {}

    /** Results first, then data, then provenance, then the dictionary. */
    static List<ExportTable> of(ExportContent content) {
        List<ExportTable> tables = new ArrayList<>();
        tables.addAll(new ResultTables(content).all());
        tables.addAll(new DataTables(content).all());
        tables.addAll(new ProvenanceTables(content).all());
        tables.add(dictionary(tables));
        return List.copyOf(tables);
    }

    private record Entry(ExportTable table, TableColumn column) {}

    private static ExportTable dictionary(List<ExportTable> tables) {
        TableShape<Entry> shape = new TableShape<>("columns", "A column of the other tables.");
        shape.text("table", "name of the table", entry -> entry.table().name())
                .text(
                        "row",
                        "what a row of the table is",
                        entry -> entry.table().meaning())
                .text("column", "name of the column", entry -> entry.column().name())
                .text(
                        "type",
                        "what its cells are",
                        entry -> entry.column().type().title())
                .text(
                        "unit",
                        "unit that all its numbers share",
                        entry -> entry.table().unitOf(entry.column()))
                .text(
                        "unit_column",
                        "the column with each number's unit",
                        entry -> entry.column().unitColumn())
                .text("meaning", "what it holds", entry -> entry.column().meaning());
        List<Entry> entries = new ArrayList<>();
        tables.forEach(table -> table.columns().forEach(column -> entries.add(new Entry(table, column))));
        return shape.of(entries);
    }

    /** The cell's text as every text format writes it; empty where missing. */
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Missing _ -> "";
            case Cell.Text(String text) -> text;
            case Cell.Numeric(double number) -> JsonText.number(number);
            case Cell.Whole(long number) -> Long.toString(number);
            case Cell.Flag(boolean flag) -> Boolean.toString(flag);
        };
    }

    /** Whether a column's cells are numbers. */
    static boolean isNumeric(TableColumn column) {
        return column.type() == ColumnType.NUMBER || column.type() == ColumnType.WHOLE;
    }
}
