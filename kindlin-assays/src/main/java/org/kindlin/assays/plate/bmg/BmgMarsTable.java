package org.kindlin.assays.plate.bmg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * The table view of a MARS export: {@code Well Row, Well Col, Content, Raw Data (...), ...} or {@code Well, Content, ...}
 * with one line per well, and below the titles a line of times or wavelengths where there are several.
 */
public final class BmgMarsTable {
    private static final Pattern AXIS =
            Pattern.compile("(time|wavelength|zeit)\\s*(?:\\[(\\w+)])?", Pattern.CASE_INSENSITIVE);

    private final TextTable table;
    private final TextRow titles;
    private final int content;
    private final @Nullable TextRow axis;
    private final List<Integer> lines;
    private final int end;

    private BmgMarsTable(
            TextTable table, TextRow titles, int content, @Nullable TextRow axis, List<Integer> lines, int end) {
        this.table = table;
        this.titles = titles;
        this.content = content;
        this.axis = axis;
        this.lines = List.copyOf(lines);
        this.end = end;
    }

    /** The table whose titles stand in this row. */
    static Optional<BmgMarsTable> at(TextTable table, int index) {
        TextRow titles = table.rows().get(index);
        int content = contentColumn(titles);
        if (content < 0) {
            return Optional.empty();
        }
        List<Integer> lines = new ArrayList<>();
        TextRow axis = null;
        int next = index + 1;
        for (; next < table.rows().size(); next++) {
            TextRow row = table.rows().get(next);
            if (well(row, content).isPresent()) {
                lines.add(next);
            } else if (lines.isEmpty() && AXIS.matcher(row.cell(content)).matches()) {
                axis = row;
            } else if (!row.isBlank() && !(lines.isEmpty() && row.cell(0).isEmpty())) {
                break;
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new BmgMarsTable(table, titles, content, axis, lines, next));
    }

    /** Index after the table's last row. */
    int end() {
        return end;
    }

    /** Adds every column that holds readings, and what the table says is in the wells. */
    void addTo(PlateBuilder plate, DetectionMode mode, Findings findings) {
        for (int line : lines) {
            TextRow row = table.rows().get(line);
            String said = row.cell(content);
            well(row, content)
                    .filter(_ -> !said.isEmpty())
                    .ifPresent(well -> plate.label(well, new WellLabel(said, "", "", null)));
        }
        for (int column = content + 1; column < titles.cells().size(); column++) {
            if (!titles.cell(column).isEmpty() && holdsNumbers(column)) {
                plate.add(read(column, mode, findings));
            }
        }
    }

    private boolean holdsNumbers(int column) {
        return lines.stream()
                .anyMatch(line -> table.number(table.rows().get(line).cell(column)) instanceof NumberText.Parsed);
    }

    private PlateRead read(int column, DetectionMode mode, Findings findings) {
        String title = titles.cell(column);
        String point = axis == null ? "" : axis.cell(column);
        boolean calculated = !ReadLabel.isRawData(title);
        return new PlateRead(
                title,
                mode,
                calculated ? "" : mode.unit(),
                wavelengths(title, point),
                calculated,
                ReadPoint.at(1, seconds(point)),
                readings(column, findings));
    }

    private Wavelengths wavelengths(String title, String point) {
        boolean scan =
                axis != null && axis.cell(content).toLowerCase(Locale.ROOT).startsWith("wavelength");
        if (scan && NumberText.parse(point, table.decimalMark()) instanceof NumberText.Parsed(double nanometres)) {
            return new Wavelengths(null, nanometres);
        }
        return ReadLabel.wavelengths(title);
    }

    private @Nullable Double seconds(String point) {
        if (axis == null) {
            return null;
        }
        Matcher matcher = AXIS.matcher(axis.cell(content));
        if (!matcher.matches() || matcher.group(1).toLowerCase(Locale.ROOT).startsWith("wave")) {
            return null;
        }
        OptionalDouble seconds = ReadLabel.seconds(point, unit(matcher.group(2)));
        return seconds.isPresent() ? Double.valueOf(seconds.getAsDouble()) : null;
    }

    private static @Nullable Double unit(@Nullable String name) {
        return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
            case "s" -> 1.0;
            case "min" -> 60.0;
            case "h" -> 3600.0;
            default -> null;
        };
    }

    private SortedMap<WellAddress, Reading> readings(int column, Findings findings) {
        ReadingCells cells = new ReadingCells(table, findings);
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (int line : lines) {
            TextRow row = table.rows().get(line);
            WellAddress well = well(row, content).orElseThrow();
            Reading reading = cells.read(row, column);
            if (readings.put(well, reading) != null && column == content + 1) {
                findings.fault(row.place(0), "well " + well + " stands a second time", "give every well once");
            }
        }
        return readings;
    }

    /** The column titled Content, where the row is the title line of a table view; else -1. */
    private static int contentColumn(TextRow row) {
        String first = row.cell(0).toLowerCase(Locale.ROOT);
        int content = first.equals("well row") ? 2 : 1;
        boolean wells =
                first.equals("well") || (first.equals("well row") && row.cell(1).equalsIgnoreCase("Well Col"));
        return wells && row.cell(content).equalsIgnoreCase("Content") ? content : -1;
    }

    private static Optional<WellAddress> well(TextRow row, int content) {
        String text = content == 2 ? row.cell(0) + row.cell(1) : row.cell(0);
        return text.length() > 8 ? Optional.empty() : WellAddress.parse(text);
    }
}
