package org.kindlin.assays.plate.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * A table with a column for each well: {@code Reading, avg. time [s], A01, A02, ...} for kinetic measurements, {@code
 * Wavelength [nm], A01, ...} for spectra; MARS writes the wells ({@code Well, A01, A02, ...}) and their contents above the
 * title of the axis.
 *
 * @param points in the order of the file
 * @param labels what the table says is in the wells
 * @param end index after the last row
 */
public record WellTimeTable(List<Point> points, SortedMap<WellAddress, WellLabel> labels, int end) {
    private static final Pattern AXIS =
            Pattern.compile("(?:Reading|Cycle|(?:avg\\. |Average )?[Tt]ime.{0,10}|Wavelength.{0,10})");
    private static final int MOST_ROWS_ABOVE = 4;
    private static final Pattern TIME = Pattern.compile("(?:avg\\. |Average )?[Tt]ime ?(?:\\[(s|ms|min|h)])?.*");

    /** One row; what it does not say is null. */
    public record Point(
            int number,
            @Nullable Double seconds,
            @Nullable Double nanometres,
            SortedMap<WellAddress, Reading> readings) {}

    public WellTimeTable {
        points = List.copyOf(points);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The table whose titles stand in this row. */
    public static Optional<WellTimeTable> at(TextTable table, int index, Findings findings) {
        TextRow row = table.rows().get(index);
        int axis = isAxis(row.cell(0)) ? index : row.cell(0).equalsIgnoreCase("well") ? axisBelow(table, index) : -1;
        return axis < 0
                ? Optional.empty()
                : WellColumns.of(row, 1, findings).map(wells -> read(table, index, axis, wells, findings));
    }

    private static boolean isAxis(String title) {
        return title.length() <= 30 && AXIS.matcher(title).matches();
    }

    /** The row with the title of the axis, below wells and their contents; -1 where there is none. */
    private static int axisBelow(TextTable table, int index) {
        int last = Math.min(table.rows().size() - 1, index + MOST_ROWS_ABOVE);
        for (int below = index + 1; below <= last; below++) {
            if (isAxis(table.rows().get(below).cell(0))) {
                return below;
            }
        }
        return -1;
    }

    private static WellTimeTable read(TextTable table, int index, int axis, WellColumns wells, Findings findings) {
        TextRow titles = table.rows().get(axis);
        ReadingCells cells = new ReadingCells(table, findings);
        List<Point> points = new ArrayList<>();
        int next = axis + 1;
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
        return new WellTimeTable(points, labels(table, index, axis, wells), next);
    }

    private static SortedMap<WellAddress, WellLabel> labels(TextTable table, int index, int axis, WellColumns wells) {
        SortedMap<WellAddress, WellLabel> labels = new TreeMap<>();
        for (TextRow row : table.rows().subList(Math.min(index + 1, axis), axis)) {
            if (ListField.of(row.cell(0)) == ListField.ID) {
                wells.wells().forEach((well, column) -> {
                    if (!row.cell(column).isEmpty()) {
                        labels.put(well, new WellLabel(row.cell(column), "", "", null));
                    }
                });
            }
        }
        return labels;
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
