package org.kindlin.assays.plate.tecan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
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
 * A list of Magellan: a line for each well and a column for each label or time; between the titles and the first well
 * times ({@code 0s}) and temperatures ({@code 24.8 °C}), below the last one how it was measured.
 */
final class MagellanList {
    private static final String WELLS = "Well positions";
    private static final int TITLE_ROWS = 40;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,8}(?:[.,]\\d{1,3})?) ?s");
    private static final Pattern CELSIUS = Pattern.compile("(-?\\d{1,3}(?:[.,]\\d{1,2})?) ?°C");
    private static final Pattern CALCULATED = Pattern.compile(
            ".*\\b(?:blank|mean|average|conc|concentration|corrected|diff|difference|ratio|norm|reduction|transformed|sd|cv|std)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private final TextTable table;
    private final int titles;
    private final Findings findings;
    private final int wellColumn;
    private final List<TextRow> between = new ArrayList<>();
    private final List<TextRow> wells = new ArrayList<>();
    private final MagellanSettings settings;

    MagellanList(TextTable table, int titles, Findings findings) {
        this.table = table;
        this.titles = titles;
        this.findings = findings;
        this.wellColumn = table.rows().get(titles).cells().indexOf(WELLS);
        for (TextRow row : table.rows().subList(titles + 1, table.rows().size())) {
            if (WellColumns.well(row.cell(wellColumn)).isPresent()) {
                wells.add(row);
            } else if (wells.isEmpty()) {
                between.add(row);
            }
        }
        this.settings = MagellanSettings.of(table);
    }

    /** Index of the row of titles. */
    static Optional<Integer> titles(TextTable table) {
        for (int i = 0; i < Math.min(TITLE_ROWS, table.rows().size()); i++) {
            if (table.rows().get(i).cells().contains(WELLS)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    Optional<Plate> plate() {
        TextRow names = table.rows().get(titles);
        PlateBuilder plate = new PlateBuilder(table.file(), identifier(names));
        plate.date(settings.date());
        String label = "";
        int labels = 0;
        int widest = wells.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int column = 0; column < widest; column++) {
            boolean isNew = !names.cell(column).isEmpty();
            label = isNew ? names.cell(column) : label;
            if (column != wellColumn && !label.isEmpty() && holdsReadings(column)) {
                labels += isNew ? 1 : 0;
                plate.add(read(label, labels, column));
            }
        }
        return plate.build();
    }

    private String identifier(TextRow names) {
        int column = names.cells().indexOf("Plate");
        return column < 0 || wells.isEmpty() ? "" : wells.getFirst().cell(column);
    }

    private boolean holdsReadings(int column) {
        return wells.stream().anyMatch(row -> table.number(row.cell(column)) instanceof NumberText.Parsed);
    }

    private PlateRead read(String label, int order, int column) {
        boolean calculated = CALCULATED.matcher(label.toLowerCase(Locale.ROOT)).matches();
        DetectionMode mode = settings.mode(order);
        Wavelengths wavelengths = calculated ? Wavelengths.NOT_STATED : settings.wavelengths(order);
        String unit = settings.unit(order).isEmpty() ? mode.unit() : settings.unit(order);
        Double celsius = between(CELSIUS, column);
        return new PlateRead(
                label,
                mode,
                calculated ? "" : unit,
                wavelengths,
                calculated,
                new ReadPoint(1, time(column), celsius == null ? settings.celsius(label) : celsius),
                readings(column));
    }

    /** A single label at 0 s is an end point. */
    private @Nullable Double time(int column) {
        Double seconds = between(SECONDS, column);
        return seconds != null && seconds == 0 && !isKinetic(column) ? null : seconds;
    }

    private boolean isKinetic(int column) {
        TextRow names = table.rows().get(titles);
        return column + 1 < names.cells().size()
                && names.cell(column + 1).isEmpty()
                && between(SECONDS, column + 1) != null;
    }

    private @Nullable Double between(Pattern pattern, int column) {
        return between.stream()
                .map(row -> pattern.matcher(row.cell(column).length() > 20 ? "" : row.cell(column)))
                .filter(Matcher::matches)
                .map(matcher -> Double.valueOf(matcher.group(1).replace(',', '.')))
                .findFirst()
                .orElse(null);
    }

    private SortedMap<WellAddress, Reading> readings(int column) {
        ReadingCells cells = new ReadingCells(table, findings);
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (TextRow row : wells) {
            WellAddress well = WellColumns.well(row.cell(wellColumn)).orElseThrow();
            if (readings.put(well, cells.read(row, column)) != null) {
                findings.fault(row.place(wellColumn), "well " + well + " stands a second time", "give every well once");
            }
        }
        return readings;
    }
}
