package org.kindlin.assays.plate.bmg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.CutOff;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.plate.format.WellTimeTable;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/** Walks down one MARS export, header by header and grid by grid. */
public final class BmgMarsParser {
    private static final Pattern PAIR = Pattern.compile(
            "(User|Path|Test run no\\.|Test ID|Test name|Test Name|Date|Time|ID1|ID2|ID3)\\s*[:=]\\s*(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Titles in a workbook: {@code 4. Raw Data (480-14/520-30)}. */
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}\\. (.{1,250})");

    private static final Pattern IN_BRACKETS = Pattern.compile(".*\\((.{1,40})\\)");

    private final TextTable table;
    private final Findings findings;
    private final GridFinder grids;
    private final List<Plate> plates = new ArrayList<>();
    private final List<String> identifiers = new ArrayList<>();
    private PlateBuilder plate;
    private DetectionMode mode = DetectionMode.UNKNOWN;
    private BmgMarsLayout layout = BmgMarsLayout.NONE;
    private String title = "";
    private String subtitle = "";
    private String date = "";
    private String time = "";

    BmgMarsParser(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.grids = GridFinder.ofReadings(table, findings.faults());
        this.plate = new PlateBuilder(table.file(), "");
    }

    List<Plate> plates() {
        int index = 0;
        while (index < table.rows().size()) {
            index = step(index);
        }
        finish();
        return plates;
    }

    /** Reads what stands at this row and gives the row after it. */
    private int step(int index) {
        TextRow row = table.rows().get(index);
        if (row.isBlank()) {
            return index + 1;
        }
        if (header(row)) {
            return index + 1;
        }
        Optional<BmgMarsTable> wells = BmgMarsTable.at(table, index);
        if (wells.isPresent()) {
            wells.get().addTo(plate, mode, findings);
            return wells.get().end();
        }
        Optional<WellTimeTable> times = WellTimeTable.at(table, index, findings);
        if (times.isPresent()) {
            add(times.get());
            return times.get().end();
        }
        Optional<GridBlock> contents = layout == BmgMarsLayout.NONE || !GridFinder.isNumbered(row)
                ? Optional.empty()
                : GridFinder.ofText(table, new Faults()).at(index);
        if (contents.isPresent()) {
            layout.labels(contents.get(), table).forEach(plate::label);
            return contents.get().end();
        }
        Optional<GridBlock> grid = grids.at(index);
        if (grid.isPresent()) {
            add(grid.get());
            return grid.get().end();
        }
        text(row);
        return index + 1;
    }

    /** Takes a row of {@code Test name: x, Date: y} pairs; after readings it begins the next plate. */
    private boolean header(TextRow row) {
        List<Matcher> pairs = row.cells().stream()
                .filter(cell -> cell.indexOf(':') > 0 || cell.indexOf('=') > 0)
                .map(PAIR::matcher)
                .filter(Matcher::matches)
                .toList();
        if (pairs.isEmpty()) {
            return false;
        }
        if (!plate.isEmpty()) {
            finish();
        }
        pairs.forEach(pair ->
                take(pair.group(1).toLowerCase(Locale.ROOT), pair.group(2).strip()));
        return true;
    }

    private void take(String key, String value) {
        switch (key) {
            case "date" -> date = value;
            case "time" -> time = value;
            case "id1", "id2", "id3" -> {
                if (!value.startsWith(RawFile.SIMULATED_MARK)) {
                    identifiers.add(value);
                }
            }
            default -> {} // user, path and run number say nothing about the readings
        }
    }

    private void text(TextRow row) {
        String numbered =
                row.cells().stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
        Matcher number = NUMBERED.matcher(numbered.length() > 300 ? "" : numbered);
        String text = number.matches() ? number.group(1) : numbered;
        BmgMarsLayout titled = BmgMarsLayout.titled(text, number.matches());
        boolean isTitle = number.matches() || titled != BmgMarsLayout.NONE || ReadLabel.isRawData(text);
        layout = isTitle ? titled : layout;
        DetectionMode named = ReadLabel.mode(text);
        if (ReadLabel.isRawData(text)
                || number.matches()
                || text.toLowerCase(Locale.ROOT).contains("based on")) {
            title = text;
            subtitle = "";
        } else if (named != DetectionMode.UNKNOWN && title.isEmpty()) {
            mode = named;
        } else {
            subtitle = text;
        }
    }

    private void add(GridBlock grid) {
        if (layout != BmgMarsLayout.NONE) {
            return;
        }
        CutOff.check(table, grid, findings.faults());
        Double seconds = seconds(subtitle);
        // The cycles of a kinetic measurement share their label and differ in time.
        String label = Stream.of(title, seconds == null || title.isEmpty() ? subtitle : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        boolean calculated = !title.isEmpty() && !ReadLabel.isRawData(title);
        plate.cover(grid.rows(), grid.columns());
        plate.add(new PlateRead(
                label.isEmpty() ? mode.label() : label,
                mode,
                calculated ? "" : mode.unit(),
                ReadLabel.wavelengths(title),
                calculated,
                ReadPoint.at(1, seconds),
                grid.readings(table, findings)));
        subtitle = "";
    }

    /** Adds the reads of a table with a column for each well. */
    private void add(WellTimeTable times) {
        times.labels().forEach(plate::label);
        String label = title.isEmpty() ? mode.label() : title;
        boolean calculated = !title.isEmpty() && !ReadLabel.isRawData(title);
        Wavelengths stated = ReadLabel.wavelengths(title);
        for (WellTimeTable.Point point : times.points()) {
            plate.add(new PlateRead(
                    label,
                    mode,
                    calculated ? "" : mode.unit(),
                    point.nanometres() == null ? stated : new Wavelengths(stated.excitation(), point.nanometres()),
                    calculated,
                    new ReadPoint(point.number(), point.seconds(), null),
                    point.readings()));
        }
    }

    private static @org.jspecify.annotations.Nullable Double seconds(String subtitle) {
        Matcher brackets = IN_BRACKETS.matcher(subtitle);
        OptionalDouble seconds =
                brackets.matches() ? ReadLabel.seconds(brackets.group(1), null) : ReadLabel.seconds(subtitle, null);
        return seconds.isPresent() ? Double.valueOf(seconds.getAsDouble()) : null;
    }

    /** Closes the plate and forgets what belonged to it. */
    private void finish() {
        plate.identifier(identifiers.stream().filter(id -> !id.isEmpty()).collect(Collectors.joining(", ")));
        plate.date((date + " " + time).strip());
        plate.build().ifPresent(plates::add);
        plate = new PlateBuilder(table.file(), "");
        identifiers.clear();
        mode = DetectionMode.UNKNOWN;
        layout = BmgMarsLayout.NONE;
        title = "";
        subtitle = "";
        date = "";
        time = "";
    }
}
