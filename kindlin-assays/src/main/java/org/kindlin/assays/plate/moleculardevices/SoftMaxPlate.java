package org.kindlin.assays.plate.moleculardevices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.ClockTime;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.plate.format.WellColumns;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads one plate block: below each line of titles the values as measured, or the reduced ones, whose titles lack the
 * temperature. Groups of columns, one for each wavelength, are told apart by an empty column.
 */
final class SoftMaxPlate {
    private static final String REDUCED = "Reduced";

    private final SoftMaxHeader header;
    private final TextTable table;
    private final Findings findings;
    private final PlateBuilder plate;
    private int number;

    SoftMaxPlate(SoftMaxBlocks.Block block, Findings findings) {
        this.header = block.header();
        this.table = block.table();
        this.findings = findings;
        this.plate = new PlateBuilder(table.file(), header.name());
        plate.date(block.date());
        plate.stated(header.format());
    }

    Optional<Plate> read() {
        int index = 0;
        while (index < table.rows().size()) {
            TextRow row = table.rows().get(index);
            List<WellColumns> wells = groups(row);
            boolean isReduced = !row.cell(1).startsWith("Temp");
            if (!wells.isEmpty()) {
                index = columns(index + 1, wells, isReduced);
            } else if (isNumbered(row)) {
                index = rows(index, isReduced);
            } else {
                index++;
            }
        }
        return plate.build();
    }

    /** The groups of well columns in a line of titles of the column format. */
    private List<WellColumns> groups(TextRow titles) {
        List<WellColumns> groups = new ArrayList<>();
        int from = 2;
        while (from < titles.cells().size()) {
            Optional<WellColumns> group = WellColumns.of(titles, from, findings);
            group.ifPresent(groups::add);
            from = group.map(WellColumns::end).orElse(titles.cells().size());
        }
        return groups;
    }

    /** Titles count 1, 2, 3, and from 1 again in each group; readings hardly do. */
    private static boolean isNumbered(TextRow titles) {
        int before = 0;
        for (String cell : titles.withoutTrailingBlanks().stream().skip(2).toList()) {
            if (!cell.isEmpty() && !cell.equals(Integer.toString(before + 1))) {
                return false;
            }
            before = cell.isEmpty() ? 0 : before + 1;
        }
        return before > 0 && titles.cell(2).equals("1");
    }

    /** Column format: a line for each time, wavelength or place. */
    private int columns(int from, List<WellColumns> groups, boolean isReduced) {
        ReadingCells cells = new ReadingCells(table, findings);
        int index = from;
        for (; index < table.rows().size() && !table.rows().get(index).isBlank(); index++) {
            TextRow row = table.rows().get(index);
            number++;
            for (int group = 0; group < groups.size(); group++) {
                SortedMap<WellAddress, Reading> readings = groups.get(group).readings(row, cells);
                add(row, group, isReduced, readings);
            }
        }
        number = 0;
        return index;
    }

    /** Plate format: for each time, wavelength or place as many lines as the plate has rows, then an empty one. */
    private int rows(int titles, boolean isReduced) {
        int index = titles + 1;
        while (index < table.rows().size() && !isNumbered(table.rows().get(index))) {
            boolean isFirstPlateRow = index == titles + 1
                    && header.rows() > 0
                    && SoftMaxGrid.isEmptyPlateRow(table.rows().get(index));
            if (table.rows().get(index).isBlank() && !isFirstPlateRow) {
                index++;
                continue;
            }
            SoftMaxGrid grid = new SoftMaxGrid(table, table.rows().get(titles), index, header, findings);
            number++;
            TextRow first = table.rows().get(index);
            for (int group = 0; group < grid.groups(); group++) {
                add(first, group, isReduced, grid.readings(group));
            }
            index = grid.end();
        }
        number = 0;
        return index;
    }

    private void add(TextRow row, int group, boolean isReduced, SortedMap<WellAddress, Reading> readings) {
        Double axis = number(row.cell(0));
        Wavelengths stated = isReduced ? Wavelengths.NOT_STATED : header.wavelengths(group);
        Wavelengths wavelengths =
                header.isSpectrum() && axis != null && !isReduced ? new Wavelengths(stated.excitation(), axis) : stated;
        OptionalDouble time =
                header.isKinetic() && !isReduced ? ClockTime.seconds(row.cell(0)) : OptionalDouble.empty();
        Double seconds = time.isPresent() ? Double.valueOf(time.getAsDouble()) : null;
        plate.add(new PlateRead(
                isReduced ? REDUCED : label(stated),
                header.mode(),
                isReduced ? "" : header.mode().unit(),
                wavelengths,
                isReduced,
                new ReadPoint(number, seconds, isReduced ? null : number(row.cell(1))),
                readings));
    }

    private String label(Wavelengths wavelengths) {
        Double excitation = wavelengths.excitation();
        Double detection = wavelengths.detection();
        String optics = detection == null
                ? ""
                : " " + (excitation == null ? "" : CsvText.number(excitation) + "/") + CsvText.number(detection);
        return header.mode().label() + optics;
    }

    private @Nullable Double number(String cell) {
        return table.number(cell) instanceof NumberText.Parsed(double number) ? Double.valueOf(number) : null;
    }
}
