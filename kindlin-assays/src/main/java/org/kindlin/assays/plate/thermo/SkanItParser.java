package org.kindlin.assays.plate.thermo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.format.CutOff;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridCell;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.plate.format.WellList;
import org.kindlin.assays.plate.format.WellListRead;
import org.kindlin.assays.plate.format.WellTimeTable;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/** Walks down the results of a SkanIt session, step by step and plate by plate. */
final class SkanItParser {
    static final String RESULTS = "Measurement results";

    private static final Pattern WHEN =
            Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}.{0,6}\\d{1,2}[:.]\\d{2}.{0,12}");
    /** Headings of matrices that say what is in the wells. */
    private static final Set<String> LAYOUT = Set.of(
            "sample", "échantillon", "probe", "muestra", "dilution factor", "group", "layout", "concentration [std]");

    private final String file;
    private final Findings findings;
    private final Map<String, PlateBuilder> plates = new LinkedHashMap<>();
    private SkanItStep step = SkanItStep.NONE;
    private String plate = "";
    private String date = "";
    private boolean inHeader;

    SkanItParser(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    List<Plate> plates() {
        return plates.values().stream()
                .map(PlateBuilder::build)
                .flatMap(Optional::stream)
                .toList();
    }

    void read(TextTable table) {
        step = SkanItStep.NONE;
        plate = "";
        GridFinder grids = GridFinder.ofReadings(table, findings.faults());
        int index = 0;
        while (index < table.rows().size()) {
            index = step(table, index, grids);
        }
    }

    private int step(TextTable table, int index, GridFinder grids) {
        TextRow row = table.rows().get(index);
        if (row.isBlank()) {
            return index + 1;
        }
        Optional<WellTimeTable> wells = WellTimeTable.at(table, index, findings);
        if (wells.isPresent()) {
            wells.get()
                    .points()
                    .forEach(point -> add(
                            "",
                            point.readings(),
                            new ReadPoint(point.number(), point.seconds(), null),
                            point.nanometres()));
            return wells.get().end();
        }
        Optional<WellList> list = WellList.at(table, index, findings);
        if (list.isPresent()) {
            take(list.get());
            return list.get().end();
        }
        boolean isLayout = LAYOUT.contains(row.cell(0).toLowerCase(Locale.ROOT)) && GridFinder.isNumbered(row);
        Optional<GridBlock> layout =
                isLayout ? GridFinder.ofText(table, new Faults()).at(index) : Optional.empty();
        if (layout.isPresent()) {
            labels(layout.get(), row.cell(0).toLowerCase(Locale.ROOT), table);
            return layout.get().end();
        }
        Optional<GridBlock> grid = GridFinder.isNumbered(row) ? grids.at(index) : Optional.empty();
        if (grid.isPresent()) {
            if (!LAYOUT.contains(row.cell(0).toLowerCase(Locale.ROOT))) {
                CutOff.check(table, grid.get(), findings.faults());
                add(row.cell(0), readings(grid.get(), table, row.cell(0)), ReadPoint.END_POINT, step.wavelengths());
            }
            return grid.get().end();
        }
        boolean isLine = row.cell(1).isEmpty() && row.cell(2).isEmpty(); // users write notes far to the right
        if (isLine && !row.cell(0).isEmpty()) {
            line(row.cell(0));
        }
        return index + 1;
    }

    /** Takes what a grid below a heading such as {@code Sample} says is in the wells. */
    private void labels(GridBlock grid, String heading, TextTable table) {
        boolean isAmount = heading.startsWith("dilution") || heading.startsWith("concentration");
        if (heading.equals("group") || heading.equals("layout")) {
            return;
        }
        for (GridCell cell : grid.cells()) {
            Double amount = isAmount && table.number(cell.text()) instanceof NumberText.Parsed(double number)
                    ? Double.valueOf(number)
                    : null;
            if (!cell.text().isEmpty()) {
                plate().label(cell.well(), new WellLabel(isAmount ? "" : cell.text(), "", "", amount));
            }
        }
    }

    private PlateBuilder plate() {
        return plates.computeIfAbsent(plate, name -> new PlateBuilder(file, name));
    }

    /** Takes a list of wells, of one plate or of several. */
    private void take(WellList list) {
        String heading = plate;
        list.labels((name, well, label) -> {
            plate = name.isEmpty() ? heading : name;
            plate().label(well, label);
        });
        for (WellListRead read : list.reads(step::isRaw, findings)) {
            plate = read.plate().isEmpty() ? heading : read.plate();
            Double excitation = read.excitation() == null ? step.excitation() : read.excitation();
            Double detection = read.detection() == null ? step.detection() : read.detection();
            add(read.title(), read.readings(), read.point(), new Wavelengths(excitation, detection));
        }
        plate = heading;
    }

    private SortedMap<WellAddress, Reading> readings(GridBlock grid, TextTable table, String heading) {
        return step.isRaw(heading)
                ? grid.readings(table, findings)
                : grid.readings(new ReadingCells(table, findings).withoutFindings());
    }

    private void line(String text) {
        if (text.equals(RESULTS)) {
            step = SkanItStep.NONE;
            plate = "";
            inHeader = true;
        } else if (WHEN.matcher(text.length() > 60 ? "" : text).matches()) {
            date = text;
            inHeader = false;
        } else if (SkanItStep.isWavelengths(text)) {
            step = step.with(text);
        } else if (!inHeader && !text.startsWith("Autoloading range")) {
            named(text);
        }
    }

    /** The first line below the date names the step, the last above a matrix the plate. */
    private void named(String text) {
        if (step.name().isEmpty()) {
            step = new SkanItStep(text, step.excitation(), step.detection());
        } else {
            plate = text;
        }
    }

    private void add(
            String heading, SortedMap<WellAddress, Reading> readings, ReadPoint point, @Nullable Double nanometres) {
        add(
                heading,
                readings,
                point,
                nanometres == null ? step.wavelengths() : new Wavelengths(step.excitation(), nanometres));
    }

    private void add(
            String heading, SortedMap<WellAddress, Reading> readings, ReadPoint point, Wavelengths wavelengths) {
        boolean calculated = !step.isRaw(heading);
        DetectionMode mode = step.mode(heading);
        PlateBuilder builder = plate();
        builder.date(date);
        builder.add(new PlateRead(
                step.label(heading), mode, calculated ? "" : mode.unit(), wavelengths, calculated, point, readings));
    }
}
