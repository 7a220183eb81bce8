package org.kindlin.assays.plate.map;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads a plate map in tidy form (one line per well) or grid form (grids shaped like the plate). */
public final class PlateMapReader {
    private static final String FORMS =
            "give a tidy table with the columns well, role, compound, form, concentration, unit (and perhaps level,"
                    + " replicate, target, plate, exclude, reason), or grids with row letters and column numbers";

    private PlateMapReader() {}

    /**
     * The map of a file; without wells where faults were added.
     *
     * @param faults takes every fault of the file
     */
    public static PlateMap read(RawFile file, Faults faults) {
        Faults own = new Faults();
        Optional<TextTable> table = TextTable.read(file, own);
        List<Well> wells = table.map(text -> wells(text, own)).orElse(List.of());
        own.all().forEach(faults::add);
        return new PlateMap(file.path(), own.any() ? List.of() : wells);
    }

    private static List<Well> wells(TextTable table, Faults faults) {
        WellRules rules = new WellRules(table.file(), table.decimalMark(), faults);
        Faults header = new Faults();
        Optional<TidyTable> tidy = TidyTable.of(table, header).filter(TidyPlateMap::fits);
        if (tidy.isPresent()) {
            TidyPlateMap.read(tidy.get(), rules, faults);
            // Whoever analyses the second agent says what is wrong with its doses.
            rules.addSeconds(SecondAgents.of(tidy.get(), new Faults()));
        } else if (GridPlateMap.fits(table)) {
            GridPlateMap.read(table, rules, faults);
        } else {
            faults.add(table.file(), "", "is no plate map", FORMS);
            header.all().stream().filter(fault -> !fault.place().isEmpty()).forEach(faults::add);
        }
        if (rules.wells().isEmpty() && !faults.any()) {
            faults.add(table.file(), "", "the plate map says nothing about any well", FORMS);
        }
        return rules.wells();
    }
}
