package org.kindlin.assays.plate.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Sorts the readings of a list into reads: by plate, title, number or time, and wavelengths. */
final class WellListReads {
    private final TextTable table;
    private final Findings findings;
    private final ReadingCells raw;
    private final ReadingCells calculated;
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What a line says of when and at which wavelengths; each empty where it says nothing. */
    record Point(
            String number, String time, String timeUnit, String excitation, String wavelength, String temperature) {}

    /** What tells reads apart; readings of one number count as one read though each well has its own time. */
    private record Key(String plate, String title, String when, String excitation, String wavelength) {}

    private static final class Group {
        private final SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        private final Mean seconds = new Mean();
        private final Mean celsius = new Mean();
        private final int number;

        Group(int number) {
            this.number = number;
        }
    }

    private static final class Mean {
        private double sum;
        private int count;

        void add(@Nullable Double value) {
            if (value != null) {
                sum += value;
                count++;
            }
        }

        @Nullable
        Double value() {
            return count == 0 ? null : Double.valueOf(sum / count);
        }
    }

    WellListReads(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.raw = new ReadingCells(table, findings);
        this.calculated = raw.withoutFindings();
    }

    void add(String title, boolean isRaw, String plate, WellAddress well, WellList.Cell cell, Point point) {
        String when = point.number().isEmpty() ? point.time() : point.number();
        Key key = new Key(plate, title, when, point.excitation(), point.wavelength());
        Group group = groups.computeIfAbsent(key, _ -> new Group(numbers.merge(plate + "\n" + title, 1, Integer::sum)));
        Reading reading = (isRaw ? raw : calculated).read(cell.row(), cell.column());
        if (group.readings.put(well, reading) != null && isRaw) {
            findings.fault(
                    cell.row().place(), "well " + well + " stands a second time", "give every well of a read once");
        }
        group.seconds.add(seconds(point));
        group.celsius.add(number(point.temperature()));
    }

    List<WellListRead> all() {
        return groups.entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .toList();
    }

    private WellListRead read(Key key, Group group) {
        return new WellListRead(
                key.plate(),
                key.title(),
                new ReadPoint(group.number, group.seconds.value(), group.celsius.value()),
                nanometres(key.excitation()),
                nanometres(key.wavelength()),
                group.readings);
    }

    private @Nullable Double seconds(Point point) {
        OptionalDouble clock = ClockTime.seconds(point.time());
        if (clock.isPresent()) {
            return clock.getAsDouble();
        }
        Double number = number(point.time());
        return number == null ? null : Double.valueOf(number * factor(point.timeUnit()));
    }

    private static double factor(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> 1e-3;
            case "min" -> 60;
            case "h" -> 3600;
            default -> 1;
        };
    }

    private @Nullable Double nanometres(String text) {
        String number = text.toLowerCase(Locale.ROOT).endsWith("nm") ? text.substring(0, text.length() - 2) : text;
        return number(number.strip());
    }

    private @Nullable Double number(String text) {
        return table.number(text) instanceof NumberText.Parsed(double number) ? Double.valueOf(number) : null;
    }
}
