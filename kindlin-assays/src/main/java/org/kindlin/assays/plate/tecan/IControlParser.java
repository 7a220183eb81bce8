package org.kindlin.assays.plate.tecan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.format.CutOff;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridFinder;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Walks down one sheet of an i-control export, label by label. */
final class IControlParser {
    private static final Pattern LABEL = Pattern.compile("(?:Label|Bezeichnung|Beschriftung):\\s*(.*)");

    private final TextTable table;
    private final Findings findings;
    private final GridFinder grids;
    private final PlateBuilder plate;
    private final List<IControlSettings> sections = new ArrayList<>();
    private boolean labelled;
    private String line = "";
    private String date = "";
    private int tables;

    IControlParser(TextTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.grids = GridFinder.ofReadings(table, findings.faults());
        this.plate = new PlateBuilder(table.file(), "");
    }

    Optional<Plate> plate() {
        int index = 0;
        while (index < table.rows().size()) {
            index = step(index);
        }
        plate.date(date);
        return plate.build();
    }

    private int step(int index) {
        TextRow row = table.rows().get(index);
        if (row.isBlank()) {
            return index + 1;
        }
        Optional<IControlTable> cycles = IControlTable.at(table, index, findings);
        if (cycles.isPresent()) {
            cycles.get().addTo(plate, settings(), findings);
            return next(cycles.get().end());
        }
        Optional<GridBlock> grid =
                row.cell(0).isEmpty() || row.cell(0).equals("<>") ? grids.at(index) : Optional.empty();
        if (grid.isPresent()) {
            add(grid.get());
            return next(grid.get().end());
        }
        take(row);
        return index + 1;
    }

    private int next(int end) {
        tables++;
        line = "";
        return end;
    }

    /** The settings of the table here: those under its label, else those of as many-th a mode in the script. */
    private IControlSettings settings() {
        IControlSettings found = sections.isEmpty()
                ? IControlSettings.NONE
                : labelled ? sections.getLast() : sections.get(Math.min(tables, sections.size() - 1));
        String label = found.label().isEmpty() ? line : found.label();
        return new IControlSettings(label, found.mode(), found.excitation(), found.detection(), found.celsius());
    }

    private void add(GridBlock grid) {
        IControlSettings settings = settings();
        DetectionMode mode = settings.mode();
        CutOff.check(table, grid, findings.faults());
        plate.cover(grid.rows(), grid.columns());
        plate.add(new PlateRead(
                settings.label().isEmpty() ? mode.label() : settings.label(),
                mode,
                mode.unit(),
                settings.wavelengths(),
                false,
                new ReadPoint(1, null, settings.celsius()),
                grid.readings(table, findings)));
    }

    private void take(TextRow row) {
        String first = row.cell(0);
        var label = LABEL.matcher(first.length() > 200 ? "" : first);
        if (label.matches()) {
            labelled = true;
            sections.add(IControlSettings.labelled(label.group(1).strip()));
            return;
        }
        boolean isMode = first.equals("Mode") || first.equals("Modus");
        if (isMode && (sections.isEmpty() || (!labelled && sections.getLast().mode() != DetectionMode.UNKNOWN))) {
            sections.add(IControlSettings.NONE);
        }
        if (!sections.isEmpty()) {
            sections.set(sections.size() - 1, sections.getLast().with(row));
        }
        String value = row.cells().stream()
                .skip(1)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        switch (first) {
            case "Date:", "Datum:" -> date = value;
            case "Time:", "Zeit:" -> date = (date + " " + value).strip();
            case "Plate-ID (Stacker)", "Platten-ID (Stapler)", "Plate ID", "Barcode:" -> plate.identifier(value);
            default -> line = value.isEmpty() ? first : line;
        }
    }
}
