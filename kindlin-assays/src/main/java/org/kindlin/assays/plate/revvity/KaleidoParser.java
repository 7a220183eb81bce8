package org.kindlin.assays.plate.revvity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Walks down one Kaleido export: results first, then how they were measured. */
final class KaleidoParser {
    private static final Pattern RESULT = Pattern.compile("Results? for (.{1,200})");
    private static final Pattern BARCODE = Pattern.compile("Barcode: ?(.{0,100})");
    private static final Pattern REPEAT = Pattern.compile("(?:Plate|Well)Repeat: ?(\\d{1,4})");

    private final TextTable table;
    private final Findings findings;
    private final GridFinder grids;
    private final KaleidoSettings settings;
    private final Map<String, PlateBuilder> plates = new LinkedHashMap<>();
    private final List<String> details = new ArrayList<>();
    private String result = "";
    private String barcode = "";
    private int number = 1;

    KaleidoParser(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.grids = GridFinder.ofReadings(table, findings.faults());
        this.settings = KaleidoSettings.of(table);
    }

    List<Plate> plates() {
        int index = 0;
        while (index < table.rows().size()
                && !KaleidoSettings.isEndOfResults(table.rows().get(index))) {
            index = step(index);
        }
        return plates.values().stream()
                .map(PlateBuilder::build)
                .flatMap(Optional::stream)
                .toList();
    }

    private int step(int index) {
        TextRow row = table.rows().get(index);
        Optional<GridBlock> grid = row.isBlank() || result.isEmpty() ? Optional.empty() : grids.at(index);
        if (grid.isPresent()) {
            add(grid.get());
            return grid.get().end();
        }
        Matcher named = RESULT.matcher(row.cell(0));
        if (named.matches()) {
            result = String.join(String.valueOf(table.separator()), row.withoutTrailingBlanks())
                    .replaceFirst("Results? for ", "");
            details.clear();
        } else if (row.cell(0).equals("Barcode") && row.cell(1).equals("Repeat")) {
            return repeat(index);
        } else {
            barcode(row);
        }
        return index + 1;
    }

    /** Version 2: {@code Barcode: x, PlateRepeat: 1, WellRepeat: 1}. */
    private void barcode(TextRow row) {
        for (String cell : row.cells()) {
            Matcher code = BARCODE.matcher(cell);
            Matcher repeat = REPEAT.matcher(cell);
            if (code.matches()) {
                barcode = code.group(1).strip();
                number = 1;
            } else if (repeat.matches() && Integer.parseInt(repeat.group(1)) > 1) {
                number = Integer.parseInt(repeat.group(1));
            }
        }
    }

    /** Version 3: a line of titles, and below it the barcode, the repeat and what tells several results apart. */
    private int repeat(int index) {
        if (index + 1 >= table.rows().size()) {
            return index + 1;
        }
        TextRow titles = table.rows().get(index);
        TextRow values = table.rows().get(index + 1);
        barcode = values.cell(0);
        number = values.cell(1).matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(values.cell(1))) : 1;
        details.clear();
        for (int column = 2; column < titles.cells().size(); column++) {
            String value = values.cell(column);
            boolean tells = !value.isEmpty() && !value.equals("0");
            if (tells && !titles.cell(column).isEmpty()) {
                details.add(titles.cell(column) + " " + value);
            }
        }
        return index + 2;
    }

    private void add(GridBlock grid) {
        CutOff.check(table, grid, findings.faults());
        PlateBuilder plate = plates.computeIfAbsent(barcode, key -> new PlateBuilder(table.file(), key));
        plate.date(settings.date());
        plate.cover(grid.rows(), grid.columns());
        DetectionMode mode = mode();
        String label = details.isEmpty() ? result : result + " (" + String.join(", ", details) + ")";
        Wavelengths wavelengths = settings.wavelengths(result, mode);
        plate.add(new PlateRead(
                label,
                mode,
                mode.unit(),
                wavelengths,
                false,
                new ReadPoint(number, null, null),
                grid.readings(table, findings)));
    }

    private DetectionMode mode() {
        DetectionMode named = ReadLabel.mode(result);
        return named == DetectionMode.UNKNOWN && result.startsWith("ABS") ? DetectionMode.ABSORBANCE : named;
    }
}
