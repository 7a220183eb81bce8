package org.kindlin.lab.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.CsvText;

/** The rows of an export or of one of its sheets, while they are being written. Not thread-safe. */
final class Rows {
    private final List<List<Cell>> rows = new ArrayList<>();

    Rows line(String... texts) {
        return line(Arrays.stream(texts).map(Cell::of).toList());
    }

    Rows line(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    Rows blank() {
        return line("");
    }

    Rows all(Rows others) {
        rows.addAll(others.rows);
        return this;
    }

    /** The line of column numbers and the lettered rows of a plate. */
    Rows grid(String corner, PlateFormat format, PlateRead read, String saturated) {
        line(numbered(List.of(Cell.of(corner)), format.columns()));
        for (int row = 0; row < format.rows(); row++) {
            line(plateRow(List.of(Cell.of(WellAddress.letters(row))), format, row, read, saturated));
        }
        return this;
    }

    /** Cells, and behind them 1 to {@code columns}. */
    static List<Cell> numbered(List<Cell> first, int columns) {
        List<Cell> cells = new ArrayList<>(first);
        for (int column = 1; column <= columns; column++) {
            cells.add(Cell.of(column));
        }
        return cells;
    }

    /** Cells, and behind them the readings of a plate row. */
    static List<Cell> plateRow(List<Cell> first, PlateFormat format, int row, PlateRead read, String saturated) {
        List<Cell> cells = new ArrayList<>(first);
        for (int column = 0; column < format.columns(); column++) {
            cells.add(Cell.of(read.at(new WellAddress(row, column)), saturated));
        }
        return cells;
    }

    /** Every row made as long as the longest. */
    Rows padded() {
        int longest = rows.stream().mapToInt(List::size).max().orElse(0);
        Rows padded = new Rows();
        rows.forEach(row -> padded.line(
                Stream.concat(row.stream(), Stream.generate(() -> Cell.EMPTY).limit(longest - row.size()))
                        .toList()));
        return padded;
    }

    /** Every row with a cell before it. */
    Rows indented() {
        Rows indented = new Rows();
        rows.forEach(row ->
                indented.line(Stream.concat(Stream.of(Cell.EMPTY), row.stream()).toList()));
        return indented;
    }

    List<List<Cell>> cells() {
        return rows;
    }

    /** Comma-separated, lines ended as Windows does, UTF-8. */
    byte[] csv() {
        return CsvText.windows(rows.stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Separated by tabs, lines ended as Windows does, UTF-8. */
    byte[] tabs() {
        return rows.stream()
                .map(row -> row.stream().map(Cell::text).collect(Collectors.joining("\t")) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
