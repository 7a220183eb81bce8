package org.kindlin.assays.plate.thermo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.ClockTime;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.plate.format.WellColumns;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * A table of SkanIt with a column for each well: {@code Reading, avg. time [s], A01, A02, ...} for kinetic measurements,
 * {@code Wavelength [nm], A01, ...} for spectra.
 *
 * @param points in the order of the file
 * @param end index after the last row
 */
record SkanItTable(List<Point> points, int end) {
    private static final Pattern AXIS =
            Pattern.compile("(?:Reading|Cycle|(?:avg\\. |Average )?[Tt]ime.{0,10}|Wavelength.{0,10})");
    private static final Pattern TIME = Pattern.compile("(?:avg\\. |Average )?[Tt]ime ?(?:\\[(s|ms|min|h)])?.*");

    /** One row; what it does not say is null. */
    record Point(
            int number,
            @Nullable Double seconds,
            @Nullable Double nanometres,
            SortedMap<WellAddress, Reading> readings) {}

    SkanItTable {
        points = List.copyOf(points);
    }

    /** The table whose titles stand in this row. */
    static Optional<SkanItTable> at(TextTable table, int index, Findings findings) {
        TextRow titles = table.rows().get(index);
        String first = titles.cell(0);
        if (first.length() > 30 || !AXIS.matcher(first).matches()) {
            return Optional.empty();
        }
        return WellColumns.of(titles, 1, findings).map(wells -> read(table, index, wells, findings));
    }

    private static SkanItTable read(TextTable table, int index, WellColumns wells, Findings findings) {
        TextRow titles = table.rows().get(index);
        ReadingCells cells = new ReadingCells(table, findings);
        List<Point> points = new ArrayList<>();
        int next = index + 1;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            boolean counted = table.number(row.cell(0)) instanceof NumberText.Parsed
                    || ClockTime.seconds(row.cell(0)).isPresent();
            if (row.isBlank() || !counted) {
                break;
            }
            if (!wells.isBlank(row)) {
                Double nanometres = titles.cell(0).startsWith("Wave") ? number(table, row.cell(0)) : null;
                points.add(new Point(
                        points.size() + 1, seconds(table, titles, row), nanometres, wells.readings(row, cells)));
            }
        }
        return new SkanItTable(points, next);
    }

    private static @Nullable Double seconds(TextTable table, TextRow titles, TextRow row) {
        for (int column = 0; column < Math.min(3, titles.cells().size()); column++) {
            var title = TIME.matcher(titles.cell(column));
            if (title.matches()) {
                OptionalDouble clock = ClockTime.seconds(row.cell(column));
                Double number = number(table, row.cell(column));
                return clock.isPresent()
                        ? Double.valueOf(clock.getAsDouble())
                        : number == null ? null : Double.valueOf(number * factor(title.group(1)));
            }
        }
        return null;
    }

    private static double factor(@Nullable String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> 1e-3;
            case "min" -> 60;
            case "h" -> 3600;
            default -> 1;
        };
    }

    private static @Nullable Double number(TextTable table, String cell) {
        return table.number(cell) instanceof NumberText.Parsed(double number) ? Double.valueOf(number) : null;
    }
}
