package org.kindlin.assays.blot;

import java.util.List;
import org.kindlin.fault.Fault;

/**
 * A row of a layout, and where it stands.
 *
 * @param file the layout
 * @param place of the row in it
 */
record LayoutRow(LaneUse use, String file, String place) {

    Fault fault(String problem, String remedy) {
        return new Fault(file, place, problem, remedy);
    }

    /** The highest lane that rows name; 0 without rows. */
    static int lanes(List<LayoutRow> rows) {
        return rows.stream().mapToInt(row -> row.use().lane()).max().orElse(0);
    }
}
