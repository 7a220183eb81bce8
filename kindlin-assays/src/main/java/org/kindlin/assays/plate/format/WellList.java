package org.kindlin.assays.plate.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * A table that says something of one well after the other: {@code Well ID, Name, Well, Conc/Dil, 450, Count, Mean, Std Dev,
 * CV (%)} with a line for each well (or for each reading of a well), or the same turned about, {@code Well, A1, A2, ...} above
 * lines for well IDs and readings. Statistics of groups of wells are not kept.
 */
public final class WellList {
    private final TextTable table;
    private final List<Field> fields;
    private final Map<ListField, Field> firstOf = new EnumMap<>(ListField.class);
    private final List<Line> lines;
    private final boolean across;
    private final int end;

    /**
     * A title and what it says.
     *
     * @param at column of the field, or index of its row where the wells stand side by side
     */
    private record Field(String title, ListField kind, int at) {}

    /**
     * What one line (or column) is about.
     *
     * @param at index of its row, or its column where the wells stand side by side
     */
    private record Line(WellAddress well, int at) {}

    /** Where something stands. */
    record Cell(TextRow row, int column) {
        String text() {
            return row.cell(column);
        }
    }

    private WellList(TextTable table, List<Field> fields, List<Line> lines, boolean across, int end) {
        this.table = table;
        this.fields = List.copyOf(fields);
        fields.forEach(field -> firstOf.putIfAbsent(field.kind(), field));
        this.lines = List.copyOf(lines);
        this.across = across;
        this.end = end;
    }

    /** The table whose titles stand in this row; a reading whose well is none is a fault. */
    public static Optional<WellList> at(TextTable table, int index, Findings findings) {
        TextRow titles = table.rows().get(index);
        int column = 0;
        while (column < titles.cells().size() && !ListField.isWell(titles.cell(column))) {
            column++;
        }
        if (column == titles.cells().size()) {
            return Optional.empty();
        }
        Optional<WellList> list = down(table, index, column, findings);
        return list.isPresent() ? list : across(table, index, column, findings);
    }

    private static Optional<WellList> down(TextTable table, int index, int wells, Findings findings) {
        TextRow titles = table.rows().get(index);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < titles.cells().size(); i++) {
            fields.add(new Field(titles.cell(i), ListField.of(titles.cell(i)), i));
        }
        Predicate<TextRow> reads = row -> fields.stream()
                .anyMatch(field -> field.kind() == ListField.READING
                        && table.number(row.cell(field.at())) instanceof NumberText.Parsed);
        List<Line> lines = new ArrayList<>();
        int next = index + 1;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            Optional<WellAddress> well = WellColumns.well(row.cell(wells));
            boolean above = row.cell(wells).isEmpty() && !lines.isEmpty() && reads.test(row);
            if (well.isPresent()) {
                lines.add(new Line(well.get(), next));
            } else if (above && isPoint(fields, row)) {
                lines.add(new Line(lines.getLast().well(), next)); // another time point of the well above
            } else if (lines.isEmpty() || isEnd(table, next, wells, reads)) {
                break;
            } else if (reads.test(row)) {
                findings.fault(
                        row.place(wells),
                        row.cell(wells).isEmpty() ? "a reading without a well" : "'" + row.cell(wells) + "' is no well",
                        "write wells as A1 to AF48");
            }
        }
        return of(new WellList(table, fields, lines, false, next));
    }

    /** Whether a line says a time, number or wavelength of its own. */
    private static boolean isPoint(List<Field> fields, TextRow row) {
        return fields.stream()
                .anyMatch(field -> (field.kind() == ListField.NUMBER
                                || field.kind() == ListField.TIME
                                || field.kind() == ListField.WAVELENGTH)
                        && !row.cell(field.at()).isEmpty());
    }

    /** Whether the list ends before this line: nothing of it is below, or another text begins. */
    private static boolean isEnd(TextTable table, int index, int wells, Predicate<TextRow> reads) {
        TextRow row = table.rows().get(index);
        boolean isGap = row.cell(wells).isEmpty() || ListField.isWell(row.cell(wells));
        boolean goesOn = index + 1 < table.rows().size()
                && WellColumns.well(table.rows().get(index + 1).cell(wells)).isPresent();
        return !reads.test(row) && !(isGap && goesOn);
    }

    private static Optional<WellList> across(TextTable table, int index, int column, Findings findings) {
        TextRow titles = table.rows().get(index);
        Optional<WellColumns> wells = WellColumns.of(titles, column + 1, findings);
        if (wells.isEmpty() || wells.get().first() != column + 1) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        wells.get().wells().forEach((well, at) -> lines.add(new Line(well, at)));
        List<Field> fields = new ArrayList<>();
        int next = index + 1;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            if (row.cell(column).isEmpty() || ListField.isWell(row.cell(column))) {
                break;
            }
            fields.add(new Field(row.cell(column), ListField.of(row.cell(column)), next));
        }
        return of(new WellList(table, fields, lines, true, next));
    }

    /** A table without lines or readings is something else. */
    private static Optional<WellList> of(WellList list) {
        return list.lines.isEmpty() || list.readings().isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /** Index after the table's last row. */
    public int end() {
        return end;
    }

    /** What the table says is in the wells. */
    public void labels(LabelTaker taker) {
        for (Line line : lines) {
            WellLabel label = new WellLabel(
                    text(line, ListField.ID), text(line, ListField.TYPE), text(line, ListField.NAME), amount(line));
            if (!(label.id() + label.type() + label.name()).isEmpty() || label.amount() != null) {
                taker.take(text(line, ListField.PLATE), line.well(), label);
            }
        }
    }

    /** Takes what a list says of a well; the plate is empty where the list names none. */
    @FunctionalInterface
    public interface LabelTaker {
        void take(String plate, WellAddress well, WellLabel label);
    }

    /**
     * Every read of the list, in the order of its first reading.
     *
     * @param isRaw whether the readings under a title are as measured; what is calculated may hold other text
     */
    public List<WellListRead> reads(Predicate<String> isRaw, Findings findings) {
        WellListReads reads = new WellListReads(table, findings);
        for (Field field : readings()) {
            boolean raw = isRaw.test(field.title());
            Consumer<Line> take = line -> reads.add(
                    field.title(),
                    raw,
                    text(line, ListField.PLATE),
                    line.well(),
                    cell(line, field),
                    new WellListReads.Point(
                            text(line, ListField.NUMBER),
                            text(line, ListField.TIME),
                            unit(ListField.TIME),
                            text(line, ListField.EXCITATION),
                            text(line, ListField.WAVELENGTH),
                            text(line, ListField.TEMPERATURE)));
            lines.forEach(take);
        }
        return reads.all();
    }

    private List<Field> readings() {
        return fields.stream()
                .filter(field -> field.kind() == ListField.READING
                        && lines.stream()
                                .anyMatch(line -> table.number(cell(line, field).text()) instanceof NumberText.Parsed))
                .toList();
    }

    private Cell cell(Line line, Field field) {
        return across
                ? new Cell(table.rows().get(field.at()), line.at())
                : new Cell(table.rows().get(line.at()), field.at());
    }

    private String text(Line line, ListField kind) {
        Field field = firstOf.get(kind);
        return field == null ? "" : cell(line, field).text();
    }

    private String unit(ListField kind) {
        Field field = firstOf.get(kind);
        return field == null ? "" : ListField.unit(field.title());
    }

    private @Nullable Double amount(Line line) {
        return table.number(text(line, ListField.AMOUNT)) instanceof NumberText.Parsed(double number)
                ? Double.valueOf(number)
                : null;
    }
}
