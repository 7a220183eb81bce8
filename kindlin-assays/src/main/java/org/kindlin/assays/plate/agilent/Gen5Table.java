package org.kindlin.assays.plate.agilent;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.ClockTime;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.plate.format.WellColumns;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** A table of Gen5 with a column for each well: rows are time points, wavelengths, or places of an area scan. */
final class Gen5Table {
    private final TextTable table;
    private final int titles;
    private final int axis;
    private final WellColumns wells;

    private Gen5Table(TextTable table, int titles, int axis, WellColumns wells) {
        this.table = table;
        this.titles = titles;
        this.axis = axis;
        this.wells = wells;
    }

    /** The table whose titles stand in this row. */
    static Optional<Gen5Table> at(TextTable table, int index, Findings findings) {
        TextRow row = table.rows().get(index);
        int axis = row.cell(0).isEmpty() ? 1 : 0;
        return switch (row.cell(axis)) {
            case "Time", "Wavelength", "X Read #" ->
                WellColumns.of(row, axis + 1, findings).map(wells -> new Gen5Table(table, index, axis, wells));
            default -> Optional.empty();
        };
    }

    /** Adds a read for each row and gives the row after the table. */
    int addTo(PlateBuilder plate, String label, Gen5Procedure procedure, Findings findings) {
        ReadingCells cells = new ReadingCells(table, findings);
        int number = 0;
        int index = titles + 1;
        for (; index < table.rows().size() && !isEnd(table.rows().get(index)); index++) {
            TextRow row = table.rows().get(index);
            number++;
            if (!wells.isBlank(row)) {
                checkLength(row, findings);
                plate.add(read(row, number, label, procedure, cells));
            }
        }
        return index;
    }

    private boolean isEnd(TextRow row) {
        String cell = row.cell(axis);
        return row.isBlank()
                || (ClockTime.seconds(cell).isEmpty() && !(table.number(cell) instanceof NumberText.Parsed));
    }

    private void checkLength(TextRow row, Findings findings) {
        if (row.withoutTrailingBlanks().size() > wells.end()) {
            findings.fault(
                    row.place(wells.end()),
                    "more values than the " + wells.wells().size() + " wells above",
                    "check that the decimal mark is not the separator");
        }
    }

    private PlateRead read(TextRow row, int number, String label, Gen5Procedure procedure, ReadingCells cells) {
        String title = table.rows().get(titles).cell(axis);
        boolean isSpectrum = title.equals("Wavelength");
        Wavelengths stated = procedure.wavelengths(label);
        Wavelengths wavelengths = isSpectrum ? new Wavelengths(stated.excitation(), number(row.cell(axis))) : stated;
        DetectionMode mode = procedure.mode(label, wavelengths);
        boolean calculated = !procedure.isRaw(label);
        Double seconds = title.equals("Time") ? seconds(row.cell(axis)) : null;
        return new PlateRead(
                label,
                mode,
                calculated ? "" : mode.unit(),
                wavelengths,
                calculated,
                new ReadPoint(number, seconds, celsius(row)),
                wells.readings(row, cells));
    }

    private @Nullable Double celsius(TextRow row) {
        return wells.first() > axis + 1
                        && table.rows().get(titles).cell(axis + 1).startsWith("T")
                ? number(row.cell(axis + 1))
                : null;
    }

    private @Nullable Double number(String cell) {
        return table.number(cell) instanceof NumberText.Parsed(double number) ? Double.valueOf(number) : null;
    }

    private static @Nullable Double seconds(String cell) {
        OptionalDouble seconds = ClockTime.seconds(cell);
        return seconds.isPresent() ? Double.valueOf(seconds.getAsDouble()) : null;
    }
}
