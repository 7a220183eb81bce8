package org.kindlin.mechanism.petab;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.fault.Faults;

/** A tab-separated table with named columns. */
final class PetabTable {
    private final String file;
    private final Map<String, Integer> columns;
    private final List<Row> rows;
    private final Faults faults;

    private PetabTable(String file, Map<String, Integer> columns, List<Row> rows, Faults faults) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
        this.faults = faults;
    }

    /** The table in this text; what is not readable becomes a fault. */
    static PetabTable read(String file, String text, Faults faults) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        PetabTable table = new PetabTable(file, columns, rows, faults);
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator('\t')
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(clean)) {
            for (CsvRecord line : csv) {
                table.take(line);
            }
        } catch (CsvParseException e) {
            faults.add(file, "", "not readable as a tab-separated table", "check its quotation marks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (columns.isEmpty()) {
            faults.add(file, "line 1", "there is no header", "name the columns on the first line");
        }
        return table;
    }

    private void take(CsvRecord line) {
        List<String> fields = line.getFields().stream().map(String::strip).toList();
        int number = (int) line.getStartingLineNumber();
        if (columns.isEmpty()) {
            for (int i = 0; i < fields.size(); i++) {
                if (columns.putIfAbsent(fields.get(i), i) != null) {
                    faults.add(file, "line " + number, "two columns are named '" + fields.get(i) + "'", "rename one");
                }
            }
        } else if (fields.stream().anyMatch(each -> !each.isEmpty())) {
            if (fields.size() > columns.size()) {
                faults.add(file, "line " + number, "more cells than columns", "remove the superfluous cells");
            }
            rows.add(new Row(number, fields));
        }
    }

    String file() {
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** The names of the columns in their order. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Notes a fault for every one of these columns that is not there. */
    void require(String... names) {
        for (String name : names) {
            if (!has(name)) {
                faults.add(file, "line 1", "there is no column '" + name + "'", "add it");
            }
        }
    }

    void fault(Row row, String problem, String remedy) {
        faults.add(file, "line " + row.line(), problem, remedy);
    }

    /** The text of a cell; empty where column or cell is not there. */
    String text(Row row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.fields().size() ? "" : row.fields().get(index);
    }

    /** The number in a cell, noting a fault where there is none. */
    double number(Row row, String column) {
        String text = text(row, column);
        try {
            return parse(text);
        } catch (NumberFormatException e) {
            fault(row, "'" + text + "' in column " + column + " is no number", "write a number");
            return Double.NaN;
        }
    }

    /** A number as the tables write it, infinity included. */
    static double parse(String text) {
        return switch (text) {
            case "inf", "Inf", "INF", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Inf", "-INF", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!text.matches("[-+0-9.eE]+")) {
                    throw new NumberFormatException(text);
                }
                yield Double.parseDouble(text);
            }
        };
    }

    /** One line below the header. */
    record Row(int line, List<String> fields) {}
}
