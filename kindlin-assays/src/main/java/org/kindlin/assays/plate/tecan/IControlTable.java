package org.kindlin.assays.plate.tecan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.plate.format.WellColumns;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * A table of i-control: cycles ({@code Cycle Nr., Time [s], Temp. [°C], A1, ...}) or wavelengths ({@code Wavel.}), with
 * the wells down or across; a list of wells ({@code Well, Mean, StDev} or {@code <>, Value}); or a block of cycles for
 * each well read at several places, of which the mean is taken.
 */
final class IControlTable {
    private static final Pattern CYCLE =
            Pattern.compile("Cycle Nr\\.?|Zyklus Nr\\.?|Wavel\\.?|Wellenl\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("(?:Time|Zeit) \\[(s|ms|min|h)]");
    private static final Pattern TEMPERATURE = Pattern.compile("Temp\\. \\[.{0,2}C]");

    private final List<Point> points;
    private final int end;

    private IControlTable(List<Point> points, int end) {
        this.points = points;
        this.end = end;
    }

    /** One cycle, wavelength or list, with the cells of its wells. */
    private record Point(
            int number,
            @Nullable Double seconds,
            @Nullable Double celsius,
            @Nullable Double nanometres,
            SortedMap<WellAddress, Reading> readings) {}

    /** The table that begins in this row. */
    static Optional<IControlTable> at(TextTable table, int index, Findings findings) {
        TextRow row = table.rows().get(index);
        String first = row.cell(0);
        ReadingCells cells = new ReadingCells(table, findings);
        if (CYCLE.matcher(first).matches()) {
            Optional<WellColumns> across = WellColumns.of(row, 1, findings);
            return Optional.of(
                    across.isPresent()
                            ? across(table, index, across.get(), cells)
                            : down(table, index, cells, findings));
        }
        if (first.equals("Cycles / Well") || first.equals("Zyklen / Well")) {
            IControlWells block = IControlWells.read(table, index, cells);
            return Optional.of(new IControlTable(points(block), block.end()));
        }
        boolean isList = (first.equals("Well")
                        && (row.cell(1).equals("Mean") || row.cell(1).equals("Mittelwert")))
                || (first.equals("<>") && row.cell(1).equals("Value"));
        return isList ? Optional.of(list(table, index, cells, findings)) : Optional.empty();
    }

    private static List<Point> points(IControlWells block) {
        List<Point> points = new ArrayList<>();
        block.cycles()
                .forEach((number, readings) -> points.add(new Point(
                        number, block.seconds().get(number), block.celsius().get(number), null, readings)));
        return points;
    }

    /** Rows are cycles. */
    private static IControlTable across(TextTable table, int index, WellColumns wells, ReadingCells cells) {
        TextRow titles = table.rows().get(index);
        List<Point> points = new ArrayList<>();
        int next = index + 1;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            Double number = number(table, row.cell(0));
            if (row.isBlank() || number == null) {
                break;
            }
            if (!wells.isBlank(row)) {
                points.add(new Point(
                        points.size() + 1,
                        seconds(table, titles, row),
                        column(titles, TEMPERATURE) < 0 ? null : number(table, row.cell(column(titles, TEMPERATURE))),
                        isSpectrum(titles) ? number : null,
                        wells.readings(row, cells)));
            }
        }
        return new IControlTable(points, next);
    }

    private static @Nullable Double seconds(TextTable table, TextRow titles, TextRow row) {
        int column = column(titles, TIME);
        Double time = column < 0 ? null : number(table, row.cell(column));
        return time == null ? null : Double.valueOf(time * factor(titles.cell(column)));
    }

    private static int column(TextRow titles, Pattern pattern) {
        for (int i = 1; i < Math.min(4, titles.cells().size()); i++) {
            if (pattern.matcher(titles.cell(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** Columns are cycles. */
    private static IControlTable down(TextTable table, int index, ReadingCells cells, Findings findings) {
        TextRow titles = table.rows().get(index);
        int last = titles.withoutTrailingBlanks().size();
        TextRow times = null;
        TextRow temperatures = null;
        List<TextRow> wells = new ArrayList<>();
        int next = index + 1;
        for (; next < table.rows().size() && !table.rows().get(next).isBlank(); next++) {
            TextRow row = table.rows().get(next);
            if (TIME.matcher(row.cell(0)).matches()) {
                times = row;
            } else if (TEMPERATURE.matcher(row.cell(0)).matches()) {
                temperatures = row;
            } else if (WellColumns.well(row.cell(0)).isPresent()) {
                wells.add(row);
            } else {
                break;
            }
        }
        List<Point> points = new ArrayList<>();
        for (int column = 1; column < last; column++) {
            int here = column;
            Double time = times == null ? null : number(table, times.cell(column));
            Double seconds = time == null || times == null ? null : Double.valueOf(time * factor(times.cell(0)));
            Double celsius = temperatures == null ? null : number(table, temperatures.cell(column));
            Double nanometres = isSpectrum(titles) ? number(table, titles.cell(column)) : null;
            if (wells.stream().anyMatch(row -> !row.cell(here).isEmpty())) {
                points.add(new Point(column, seconds, celsius, nanometres, column(wells, column, cells, findings)));
            }
        }
        return new IControlTable(points, next);
    }

    /** A line for each well with its value, or its mean, in the second column. */
    private static IControlTable list(TextTable table, int index, ReadingCells cells, Findings findings) {
        List<TextRow> wells = new ArrayList<>();
        int next = index + 1;
        while (next < table.rows().size()
                && WellColumns.well(table.rows().get(next).cell(0)).isPresent()) {
            wells.add(table.rows().get(next));
            next++;
        }
        return new IControlTable(List.of(new Point(1, null, null, null, column(wells, 1, cells, findings))), next);
    }

    private static SortedMap<WellAddress, Reading> column(
            List<TextRow> wells, int column, ReadingCells cells, Findings findings) {
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (TextRow row : wells) {
            WellAddress well = WellColumns.well(row.cell(0)).orElseThrow();
            if (readings.put(well, cells.read(row, column)) != null) {
                findings.fault(row.place(0), "well " + well + " stands a second time", "give every well once");
            }
        }
        return readings;
    }

    private static boolean isSpectrum(TextRow titles) {
        return titles.cell(0).startsWith("W");
    }

    private static double factor(String title) {
        return title.contains("[ms]") ? 1e-3 : title.contains("[min]") ? 60 : title.contains("[h]") ? 3600 : 1;
    }

    private static @Nullable Double number(TextTable table, String cell) {
        return table.number(cell) instanceof NumberText.Parsed(double number) ? Double.valueOf(number) : null;
    }

    /** Index after the table. */
    int end() {
        return end;
    }

    void addTo(PlateBuilder plate, IControlSettings settings, Findings findings) {
        if (points.isEmpty()) {
            findings.note("empty-table", "a table of '" + settings.label() + "' holds no readings");
        }
        for (Point point : points) {
            Double celsius = point.celsius() == null ? settings.celsius() : point.celsius();
            plate.add(new PlateRead(
                    settings.label().isEmpty() ? settings.mode().label() : settings.label(),
                    settings.mode(),
                    settings.mode().unit(),
                    point.nanometres() == null
                            ? settings.wavelengths()
                            : new Wavelengths(settings.excitation(), point.nanometres()),
                    false,
                    new ReadPoint(point.number(), point.seconds(), celsius),
                    point.readings()));
        }
    }
}
