package org.kindlin.assays.plate.agilent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * A matrix as Gen5 writes it: a line of column numbers; for each plate row a line that begins with its letter and, where
 * there are several results, more lines without one; and behind the last column the name of the result. A workbook has it
 * a column further to the right.
 *
 * @param from column of the first well
 * @param columns plate columns, in order
 * @param lines every line with the plate row it belongs to
 * @param end index after its last line
 */
record Gen5Matrix(int from, List<Integer> columns, List<Line> lines, int end) {

    /** A line of results and the zero-based plate row it belongs to. */
    record Line(int plateRow, TextRow row) {}

    Gen5Matrix {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** The matrix whose column numbers stand in this row. */
    static Optional<Gen5Matrix> at(TextTable table, int index) {
        TextRow header = table.rows().get(index);
        int from = 0;
        while (from < header.cells().size() && header.cell(from).isEmpty()) {
            from++;
        }
        List<Integer> columns = columnNumbers(header, from);
        if (from == 0 || columns.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        int next = index + 1;
        int plateRow = -1;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            String letter = row.cell(from - 1);
            Optional<Integer> named = letter.length() > 2
                    ? Optional.empty()
                    : WellAddress.rowOf(letter).filter(there -> there < PlateFormat.WELLS_1536.rows());
            plateRow = named.orElse(plateRow);
            if (row.isBlank() || plateRow < 0 || (named.isEmpty() && !letter.isEmpty())) {
                break;
            }
            lines.add(new Line(plateRow, row));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Gen5Matrix(from, columns, lines, next));
    }

    private static List<Integer> columnNumbers(TextRow header, int from) {
        List<Integer> columns = new ArrayList<>();
        for (int i = from; i < header.cells().size() && !header.cell(i).isEmpty(); i++) {
            String cell = header.cell(i);
            int number = GridFinder.columnNumber(cell) - 1;
            boolean follows = columns.isEmpty() ? number >= 0 : number == columns.getLast() + 1;
            if (!follows || number >= PlateFormat.WELLS_1536.columns()) {
                return List.of();
            }
            columns.add(number);
        }
        return columns.size() < 2 ? List.of() : List.copyOf(columns);
    }

    /**
     * The readings of every result, in the order of the file; results without a name take the title. What the software
     * calculated may be times and remarks; only raw results are held to be readings.
     */
    Map<String, SortedMap<WellAddress, Reading>> results(
            String title, TextTable table, Gen5Procedure procedure, Findings findings) {
        boolean named = lines.stream().anyMatch(line -> !name(line.row()).isEmpty());
        ReadingCells raw = new ReadingCells(table, findings);
        ReadingCells calculated = raw.withoutFindings();
        Map<String, SortedMap<WellAddress, Reading>> results = new LinkedHashMap<>();
        for (Line line : lines) {
            String name = name(line.row());
            if (named && name.isEmpty()) {
                findings.fault(
                        line.row().place(),
                        "row " + WellAddress.letters(line.plateRow()) + " does not have " + columns.size()
                                + " values and the name of the result behind them",
                        "export the file again");
            } else {
                String label = named ? name : title;
                add(results, line, label, procedure.isRaw(label) ? raw : calculated, findings);
            }
        }
        return results;
    }

    /** What the layout says is in the wells: lines for well IDs, names, and concentrations or dilutions. */
    Map<WellAddress, WellLabel> labels(TextTable table) {
        Map<WellAddress, WellLabel> labels = new LinkedHashMap<>();
        for (Line line : lines) {
            for (int i = 0; i < columns.size(); i++) {
                String cell = line.row().cell(from + i);
                if (!cell.isEmpty()) {
                    labels.merge(
                            new WellAddress(line.plateRow(), columns.get(i)),
                            label(name(line.row()), cell, table),
                            WellLabel::or);
                }
            }
        }
        return labels;
    }

    private static WellLabel label(String title, String cell, TextTable table) {
        return switch (title) {
            case "Conc/Dil" ->
                new WellLabel(
                        "",
                        "",
                        "",
                        table.number(cell) instanceof NumberText.Parsed(double amount) ? Double.valueOf(amount) : null);
            case "Name" -> new WellLabel("", "", cell, null);
            default -> new WellLabel(cell, "", "", null);
        };
    }

    private void add(
            Map<String, SortedMap<WellAddress, Reading>> results,
            Line line,
            String name,
            ReadingCells cells,
            Findings findings) {
        String unused = name;
        for (int again = 2; isTaken(results, unused, line.plateRow()); again++) {
            unused = name + " #" + again;
        }
        if (line.row().withoutTrailingBlanks().size() > from + columns.size() + 1) {
            findings.fault(
                    line.row().place(from + columns.size() + 1),
                    "more values than the " + columns.size() + " columns above",
                    "check that the decimal mark is not the separator");
            return;
        }
        SortedMap<WellAddress, Reading> readings = results.computeIfAbsent(unused, key -> new TreeMap<>());
        for (int i = 0; i < columns.size(); i++) {
            readings.put(new WellAddress(line.plateRow(), columns.get(i)), cells.read(line.row(), from + i));
        }
    }

    private boolean isTaken(Map<String, SortedMap<WellAddress, Reading>> results, String name, int plateRow) {
        SortedMap<WellAddress, Reading> there = results.get(name);
        return there != null && there.containsKey(new WellAddress(plateRow, columns.getFirst()));
    }

    private String name(TextRow row) {
        return row.cell(from + columns.size());
    }
}
