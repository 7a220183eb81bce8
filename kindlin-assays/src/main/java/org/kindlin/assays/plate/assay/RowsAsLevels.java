package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;

/** A plate without a map, taken row by row: every row that was read is a level of unknown content. */
final class RowsAsLevels {
    private RowsAsLevels() {}

    static List<Well> wells(PlateFormat format, PlateRead read) {
        List<Well> wells = new ArrayList<>();
        for (WellAddress address : format.wells()) {
            if (read.at(address).isMeasured()) {
                String level = "row " + address.rowLetters();
                wells.add(new Well("", address, WellRole.SAMPLE, "", "", null, level, 0, "", ""));
            }
        }
        return wells;
    }
}
