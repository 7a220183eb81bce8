package org.kindlin.assays.plate.revvity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.CutOff;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Walks down one EnVision export, section by section. */
public final class EnVisionParser {
    private static final String RESULTS = "Results for ";
    private static final String CALCULATED = "Calculated results: ";
    private static final Pattern UNIT = Pattern.compile(".*\\(([A-Za-z%]{1,8})\\)");
    private static final Pattern WAVELENGTH = Pattern.compile("E[xm]=(\\d{3,4}) ?nm");

    private final TextTable table;
    private final Findings findings;
    private final GridFinder grids;
    private final boolean informationBelow;
    private final @Nullable PlateFormat stated;
    private final Map<String, PlateBuilder> plates = new LinkedHashMap<>();
    private final List<GridBlock> waiting = new ArrayList<>();
    private final List<String> waitingTitles = new ArrayList<>();
    private EnVisionSection section = EnVisionSection.NONE;
    private String title = "";
    private boolean inPlateMap;

    EnVisionParser(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.grids = GridFinder.ofReadings(table, findings.faults());
        this.informationBelow = setting("Place plate information at").equals("End of plate");
        this.stated = size(setting("Number of the wells in the plate"));
    }

    List<Plate> plates() {
        int index = 0;
        while (index < table.rows().size()) {
            index = step(index);
        }
        assignWaiting();
        return plates.values().stream()
                .map(PlateBuilder::build)
                .flatMap(Optional::stream)
                .toList();
    }

    private int step(int index) {
        TextRow row = table.rows().get(index);
        String first = row.cell(0);
        if (first.equals("Platemap:")) {
            inPlateMap = true;
        } else if (startsSection(first)) {
            inPlateMap = false;
        }
        if (inPlateMap || (row.isBlank() && row.cells().size() < 3)) {
            return index + 1;
        }
        if (EnVisionSection.isPlateHeader(row)) {
            return section(index);
        }
        Optional<GridBlock> grid = grids.at(index);
        if (grid.isPresent()) {
            take(grid.get());
            return grid.get().end();
        }
        if (isTitle(first)) {
            title = String.join(String.valueOf(table.separator()), row.withoutTrailingBlanks());
        }
        return index + 1;
    }

    private static boolean isTitle(String first) {
        return first.startsWith(RESULTS) || first.startsWith(CALCULATED);
    }

    private static boolean startsSection(String first) {
        return first.equals("Plate information")
                || first.equals("Calculations:")
                || first.equals("Basic assay information")
                || isTitle(first);
    }

    /** Reads the values below a plate header; the row after them. */
    private int section(int index) {
        if (index + 1 >= table.rows().size() || table.rows().get(index + 1).isBlank()) {
            return index + 1;
        }
        section = EnVisionSection.of(table.rows().get(index), table.rows().get(index + 1));
        if (informationBelow) {
            assignWaiting();
        } else {
            title = "";
        }
        return index + 2;
    }

    private void take(GridBlock grid) {
        CutOff.check(table, grid, findings.faults());
        if (informationBelow) {
            waiting.add(grid);
            waitingTitles.add(title);
            title = "";
        } else {
            add(grid, title);
        }
    }

    private void assignWaiting() {
        for (int i = 0; i < waiting.size(); i++) {
            add(waiting.get(i), waitingTitles.get(i));
        }
        waiting.clear();
        waitingTitles.clear();
    }

    private void add(GridBlock grid, String above) {
        PlateBuilder plate = plates.computeIfAbsent(
                section.plate() + "\n" + section.barcode(),
                key -> new PlateBuilder(table.file(), section.identifier()));
        plate.date(section.date());
        plate.stated(stated);
        plate.cover(grid.rows(), grid.columns());
        boolean calculated = above.isEmpty() ? section.calculated() : above.startsWith(CALCULATED);
        DetectionMode mode = section.mode(calculated ? "" : above);
        Matcher unit = UNIT.matcher(above);
        plate.add(new PlateRead(
                label(above),
                mode,
                calculated ? "" : unit.matches() ? unitOf(unit.group(1)) : mode.unit(),
                wavelengths(),
                calculated,
                ReadPoint.END_POINT,
                grid.readings(table, findings)));
    }

    private String label(String above) {
        String label = above;
        if (above.startsWith(RESULTS)) {
            label = above.substring(RESULTS.length());
        } else if (above.startsWith(CALCULATED)) {
            label = above.substring(CALCULATED.length());
        } else {
            label = section.calculated() ? section.formula() : section.label();
        }
        boolean again = !section.repeat().isEmpty() && !section.repeat().equals("1");
        return (label.isEmpty() ? "grid" : label) + (again ? " repeat " + section.repeat() : "");
    }

    private static String unitOf(String text) {
        return text.equals("A") ? "OD" : text;
    }

    private Wavelengths wavelengths() {
        Matcher matcher = WAVELENGTH.matcher(section.detector());
        return matcher.find() ? new Wavelengths(null, Double.valueOf(matcher.group(1))) : Wavelengths.NOT_STATED;
    }

    /** The value of a line such as {@code Number of rows,,,,16}. */
    private String setting(String name) {
        return table.rows().stream()
                .filter(row -> row.cell(0).equals(name))
                .flatMap(row -> row.cells().stream().skip(1).filter(cell -> !cell.isEmpty()))
                .findFirst()
                .orElse("");
    }

    private static @Nullable PlateFormat size(String wells) {
        return wells.matches("\\d{1,4}")
                ? PlateFormat.ofSize(Integer.parseInt(wells)).orElse(null)
                : null;
    }
}
