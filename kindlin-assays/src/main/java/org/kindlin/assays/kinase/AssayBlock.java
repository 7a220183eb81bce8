package org.kindlin.assays.kinase;

import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.WellRole;

/**
 * The wells of one plate that belong to one target: the unit that is normalised to its own controls.
 *
 * @param file path of the plate's file
 * @param plate name of the plate, unique within the analysis
 * @param target canonical name; empty where not stated
 * @param format size of the plate
 * @param read the read that is analysed, with every reading of the plate
 * @param wells the usable wells: mapped, measured, not excluded, row by row
 */
public record AssayBlock(
        String file, String plate, String target, PlateFormat format, PlateRead read, List<AssayWell> wells) {

    public AssayBlock {
        wells = List.copyOf(wells);
    }

    /** The wells of a role, row by row. */
    public List<AssayWell> wells(WellRole role) {
        return wells.stream().filter(well -> well.role() == role).toList();
    }

    /** The signals of a role's wells, row by row. */
    public double[] signals(WellRole role) {
        return wells(role).stream().mapToDouble(AssayWell::signal).toArray();
    }

    public boolean has(WellRole... roles) {
        return wells.stream().anyMatch(well -> Arrays.asList(roles).contains(well.role()));
    }
}
