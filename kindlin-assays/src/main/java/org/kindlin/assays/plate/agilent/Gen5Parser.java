package org.kindlin.assays.plate.agilent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.ClockTime;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.WellList;
import org.kindlin.assays.plate.format.WellListRead;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Walks down one table of a Gen5 export, plate by plate and section by section. */
final class Gen5Parser {
    private static final Pattern SIZE =
            Pattern.compile(".*?\\b(6|12|24|48|96|384|1536)[ -]?well.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_POINT = Pattern.compile("Time \\d+ \\(([\\d:.]{3,16})\\)");

    private final TextTable table;
    private final Findings findings;
    private final List<Plate> plates = new ArrayList<>();
    private PlateBuilder plate;
    private Gen5Procedure procedure = new Gen5Procedure();
    private String title = "";
    private String date = "";
    private @Nullable Double seconds;
    private @Nullable Double celsius;
    private boolean inLayout;
    private boolean inProcedure;
    private int number;

    Gen5Parser(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
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
        Optional<Gen5Table> wells = Gen5Table.at(table, index, findings);
        if (wells.isPresent()) {
            return wells.get().addTo(plate, label(index), procedure, findings);
        }
        Optional<WellList> list = WellList.at(table, index, findings);
        if (list.isPresent()) {
            take(list.get());
            return list.get().end();
        }
        Optional<Gen5Matrix> matrix = Gen5Matrix.at(table, index);
        if (matrix.isPresent()) {
            take(matrix.get());
            return matrix.get().end();
        }
        if (first(row).equals("Curve Name")) {
            return curves(index);
        }
        line(row, index);
        return index + 1;
    }

    /** The title above a table; where there is none, what its temperature column is called. */
    private String label(int index) {
        TextRow titles = table.rows().get(index);
        int temperature = titles.cell(0).isEmpty() ? 2 : 1;
        String second = titles.cell(temperature);
        int space = second.indexOf(' ');
        boolean isTemperature = second.startsWith("T") && space > 0 && space < 4;
        return title.isEmpty() || (title.equals("Results") && isTemperature) ? second.substring(space + 1) : title;
    }

    private void take(Gen5Matrix matrix) {
        if (inLayout) {
            inLayout = false;
            matrix.labels(table).forEach(plate::label);
            return;
        }
        matrix.results(title, table, procedure, findings).forEach(this::add);
        plate.cover(matrix.lines().getLast().plateRow() + 1, matrix.columns().getLast() + 1);
    }

    /** Takes a list of wells; several of one plate follow one another, each with other columns. */
    private void take(WellList list) {
        inLayout = false;
        list.labels((_, well, label) -> plate.label(well, label));
        for (WellListRead read : list.reads(procedure::isRaw, findings)) {
            Double celsiusThere =
                    read.point().celsius() == null ? celsius : read.point().celsius();
            ReadPoint point = new ReadPoint(read.point().number(), read.point().seconds(), celsiusThere);
            Wavelengths stated = procedure.wavelengths(read.title());
            Wavelengths wavelengths = read.detection() == null
                    ? stated
                    : new Wavelengths(
                            read.excitation() == null ? stated.excitation() : read.excitation(), read.detection());
            add(read.title(), wavelengths, point, read.readings());
        }
    }

    private void add(String label, SortedMap<WellAddress, Reading> readings) {
        number = seconds == null ? 1 : number + 1;
        add(label, procedure.wavelengths(label), new ReadPoint(number, seconds, celsius), readings);
    }

    private void add(String label, Wavelengths wavelengths, ReadPoint point, SortedMap<WellAddress, Reading> readings) {
        boolean calculated = !procedure.isRaw(label);
        if (calculated && readings.values().stream().noneMatch(Reading::isMeasured)) {
            return; // a row of times or remarks
        }
        DetectionMode mode = procedure.mode(label, wavelengths);
        plate.add(new PlateRead(label, mode, calculated ? "" : mode.unit(), wavelengths, calculated, point, readings));
    }

    private void line(TextRow row, int index) {
        String key = first(row);
        String value = row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .skip(1)
                .findFirst()
                .orElse("");
        switch (key) {
            case "Software Version", "Experiment File Path:", "Protocol File Path:", "Plate Number" -> {
                if (!plate.isEmpty()) {
                    finish();
                }
                if (key.equals("Plate Number")) {
                    plate.identifier(value);
                }
            }
            case "Barcode", "Barcode:", "Plate ID", "Plate ID:", "ID" -> plate.identifier(value);
            case "Date" -> date = value;
            case "Time" -> date = (date + " " + value).strip();
            case "Procedure Details" -> inProcedure = true;
            case "Plate Type" -> stated(value);
            case "Read" ->
                procedure.read(
                        value,
                        index + 1 < table.rows().size() ? first(table.rows().get(index + 1)) : "");
            case "Layout" -> {
                inLayout = true;
                inProcedure = false;
            }
            case "Actual Temperature:" -> {
                celsius = table.number(value) instanceof NumberText.Parsed(double there) ? Double.valueOf(there) : null;
                inProcedure = false;
            }
            default -> title(key, value);
        }
    }

    private void title(String key, String value) {
        if (inProcedure && (table.sheet().isEmpty() || !key.equals("Results"))) {
            procedure.detail(key);
        }
        Matcher time = TIME_POINT.matcher(key);
        if (time.matches()) {
            OptionalDouble there = ClockTime.seconds(time.group(1));
            seconds = there.isPresent() ? Double.valueOf(there.getAsDouble()) : null;
        } else if (value.isEmpty()) {
            title = key;
            seconds = null;
            number = 0;
        }
    }

    private void stated(String plateType) {
        Matcher size = SIZE.matcher(plateType);
        if (size.matches()) {
            plate.stated(PlateFormat.ofSize(Integer.parseInt(size.group(1))).orElse(null));
        }
    }

    /** Tells the vendor's own fits, which no analysis uses. */
    private int curves(int index) {
        TextRow titles = table.rows().get(index);
        int next = index + 1;
        for (; next < table.rows().size() && !table.rows().get(next).isBlank(); next++) {
            TextRow row = table.rows().get(next);
            List<String> said = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cell(i).isEmpty() && !titles.cell(i).isEmpty()) {
                    said.add(titles.cell(i) + " " + row.cell(i));
                }
            }
            findings.note("vendor-fit", "the file holds a fit of the reader's software: " + String.join(", ", said));
        }
        return next;
    }

    private static String first(TextRow row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** Closes the plate and forgets what belonged to it. */
    private void finish() {
        plate.date(date);
        plate.build().ifPresent(plates::add);
        plate = new PlateBuilder(table.file(), "");
        procedure = new Gen5Procedure();
        title = "";
        date = "";
        seconds = null;
        celsius = null;
        inLayout = false;
        inProcedure = false;
        number = 0;
    }
}
