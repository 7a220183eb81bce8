package org.kindlin.assays.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/**
 * A table with one header line and one observation per row. Lines that start with {@code #} before the header are
 * remarks; blank rows are left out.
 *
 * @param file path of the file, as given
 * @param columns in order; none without a header
 * @param rows below the header, none blank
 * @param findings what had to be assumed
 */
public record TidyTable(String file, List<TidyColumn> columns, List<TextRow> rows, List<Warning> findings) {

    public TidyTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** Reads a file as a tidy table; empty where faults were added. */
    public static Optional<TidyTable> read(RawFile file, Faults faults) {
        return TextTable.read(file, faults).flatMap(table -> of(table, faults));
    }

    /** The table under the first row that is no remark; empty where faults were added. */
    public static Optional<TidyTable> of(TextTable table, Faults faults) {
        List<TextRow> rows = table.rows().stream()
                .filter(row -> !row.isBlank())
                .dropWhile(TidyTable::isRemark)
                .toList();
        if (rows.size() < 2) {
            faults.add(table.file(), "", "there is no row below the header", "give a header line and at least one row");
            return Optional.empty();
        }
        TextRow header = rows.getFirst();
        if (repeats(table.file(), header, faults)) {
            return Optional.empty();
        }
        if (rows.stream()
                        .filter(row -> isLonger(table.file(), row, header, faults))
                        .count()
                > 0) {
            return Optional.empty();
        }
        List<TidyColumn> columns = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            if (!header.cell(i).isEmpty()) {
                columns.add(new TidyColumn(table.file(), header.cell(i), i, table.decimalMark()));
            }
        }
        return Optional.of(new TidyTable(table.file(), columns, rows.subList(1, rows.size()), table.findings()));
    }

    private static boolean isRemark(TextRow row) {
        return row.cell(0).startsWith("#");
    }

    /** A text beyond the header: a lost column name shifts every column, a decimal comma cuts a number in two. */
    private static boolean isLonger(String file, TextRow row, TextRow header, Faults faults) {
        int named = header.cells().size();
        boolean isLonger = row.withoutTrailingBlanks().size() > named;
        if (isLonger) {
            faults.add(
                    file,
                    row.place(named),
                    "a value in column " + (named + 1) + ", where the header has " + named,
                    "name every column, and quote texts that hold the separator");
        }
        return isLonger;
    }

    private static boolean repeats(String file, TextRow header, Faults faults) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        boolean repeats = false;
        for (int i = 0; i < header.cells().size(); i++) {
            String name = TidyColumn.normal(header.cell(i));
            Integer before = name.isEmpty() ? null : seen.putIfAbsent(name, i);
            if (before != null) {
                repeats = true;
                faults.add(
                        file,
                        header.place(i),
                        "the header '" + header.cell(i) + "' stands in column " + (before + 1) + " too",
                        "give every column its own name");
            }
        }
        return repeats;
    }

    /** The first column with one of these names; upper and lower case, spaces, hyphens and underscores do not matter. */
    public Optional<TidyColumn> column(String... names) {
        for (String name : names) {
            String wanted = TidyColumn.normal(name);
            for (TidyColumn column : columns) {
                if (TidyColumn.normal(column.name()).equals(wanted)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    /** The column of that name; a fault that lists the columns where there is none. */
    public Optional<TidyColumn> required(String name, Faults faults) {
        Optional<TidyColumn> column = column(name);
        if (column.isEmpty()) {
            String there = columns.stream().map(TidyColumn::name).collect(Collectors.joining(", "));
            faults.add(file, "header", "there is no column '" + name.strip() + "'", "the columns are: " + there);
        }
        return column;
    }
}
